namespace Stryke.Web.Middleware.Logging;

/// <summary>What the access log tells beyond the usual.</summary>
public sealed record AccessLogOptions
{
    /// <summary>Whether the query is told. Default false: it may hold secrets.</summary>
    public bool Query { get; init; }

    /// <summary>Whether the <c>Referer</c> is told, with its query. Default false.</summary>
    public bool Referer { get; init; }
}
