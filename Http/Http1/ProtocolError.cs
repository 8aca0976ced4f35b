namespace Stryke.Web.Http.Http1;

/// <summary>Why a request is refused: the status to answer, the clause that asks for it, and one sentence for whoever sent it.</summary>
internal sealed record ProtocolError(int Status, string Clause, string Reason)
{
    /// <summary>The limit that was reached; null when the request is not one at all.</summary>
    public RequestLimit? Limit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status} {StatusLines.Reason(Status)}: {Reason} ({Clause})";
}
