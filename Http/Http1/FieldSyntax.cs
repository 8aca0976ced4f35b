namespace Stryke.Web.Http.Http1;

/// <summary>One field line: <c>field-name ":" OWS field-value OWS</c> (RFC 9112 §5). The line has no control bytes: whoever found its end saw to that.</summary>
internal static class FieldSyntax
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">Without its CR LF.</param>
    /// <param name="name">Where the name lies in the line.</param>
    /// <param name="value">Where the value lies in the line, without the white space around it.</param>
    /// <returns>Null, or why the line is refused.</returns>
    public static ProtocolError? Split(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value)
    {
        var colon = TokenLength(line);
        name = value = default;
        if (colon <= 0 || line[colon] != ':')
        {
            return Explain(line, colon);
        }

        var start = colon + 1;
        while (start < line.Length && line[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        var end = line.Length;
        while (end > start && line[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        name = new ByteRange(0, colon);
        value = new ByteRange(start, end - start);
        return null;
    }

    // Names are short: a table does better here than a vectorised search.
    private static int TokenLength(ReadOnlySpan<byte> line)
    {
        var isToken = Grammar.IsToken;
        for (var i = 0; i < line.Length; i++)
        {
            if (isToken[line[i]] == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static ProtocolError Explain(ReadOnlySpan<byte> line, int at) =>
        at < 0 ? ProtocolErrors.FieldColonMissing
        : line[at] is (byte)' ' or (byte)'\t' ? (at == 0 ? ProtocolErrors.LineFolding
            : line[at..].TrimStart(" \t"u8).StartsWith(":"u8) ? ProtocolErrors.SpaceBeforeColon
            : ProtocolErrors.FieldNameInvalid)
        : at == 0 && line[0] == ':' ? ProtocolErrors.FieldNameMissing
        : ProtocolErrors.FieldNameInvalid;
}
