using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Uploads;

/// <summary>
/// What a form with files may take. The whole of it is bounded like every body (<see cref="HttpOptions.MaxBodyBytes"/>, <c>[MaxBody]</c>),
/// the number of its fields by <see cref="RequestServices.MaxFields"/>. <c>[uploads]</c> of <c>config/server.toml</c> sets it.
/// </summary>
public sealed partial record UploadOptions
{
    /// <summary>The folder for files that are not kept in memory. Default: the system's folder for temporary files.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// Bytes of files that one request may keep in memory; the file that would go beyond is written to <see cref="Folder"/>. Default 64
    /// KiB.
    /// </summary>
    public int MemoryBytes { get; init; } = 64 * 1024;

    /// <summary>Largest file in bytes; 413 above it; 0 for no limit but that of the body. Default 0.</summary>
    public long MaxFileBytes { get; init; }

    /// <summary>Most files in a request; 400 above it. Default 100.</summary>
    public int MaxFiles { get; init; } = 100;

    /// <summary>Names and values of all fields of text together, in bytes; 413 above it. Default 1 MiB.</summary>
    public int MaxTextBytes { get; init; } = 1024 * 1024;

    /// <summary>Largest head of a part in bytes; 400 above it. Default 4 KiB.</summary>
    public int MaxPartHeadBytes { get; init; } = 4 * 1024;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A limit is negative, or the head of a part below 128 bytes or above 32 KiB; names it.
    /// </exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Folder);
        ArgumentOutOfRangeException.ThrowIfNegative(MemoryBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxFileBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxFiles);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxTextBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPartHeadBytes, 128);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPartHeadBytes, 32 * 1024);
    }
}
