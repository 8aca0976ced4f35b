namespace Stryke.Web.Http.Multipart;

/// <summary>What one <c>multipart/form-data</c> body may take of its reader; 400 beyond.</summary>
public sealed class MultipartLimits
{
    /// <summary>Largest head of a part, in bytes, and largest preamble. Default 4 KiB.</summary>
    public int MaxPartHeadBytes { get; init; } = 4 * 1024;

    /// <summary>Most parts. Default 1100.</summary>
    public int MaxParts { get; init; } = 1100;
}
