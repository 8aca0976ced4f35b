namespace Stryke.Web.Http.Http1;

/// <summary>Why a request is refused: the status, the clause that asks for it, and one sentence for the client.</summary>
internal sealed record ProtocolError(int Status, string Clause, string Reason)
{
    /// <summary>The limit that was exceeded; null when the request is malformed.</summary>
    public RequestLimit? Limit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {StatusLines.Reason(Status)}: {Reason} ({Clause})";
}
