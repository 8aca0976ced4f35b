namespace Stryke.Web.Middleware.Errors;

/// <summary>What an error answer says, before it is written as a page, as JSON or as text.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">Its reason phrase.</param>
/// <param name="Detail">A sentence that anybody may read.</param>
internal sealed record ErrorReport(int Status, string Title, string Detail)
{
    /// <summary>What can be done about it.</summary>
    internal string? Remedy { get; init; }

    /// <summary>What was thrown. Shown in development only.</summary>
    internal Exception? Exception { get; init; }
}
