namespace Stryke.Web.Http.Http1;

/// <summary>
/// One field line: <c>field-name ":" OWS field-value OWS</c> (RFC 9112 §5). The caller has checked that the line has no control bytes.
/// </summary>
internal static class FieldSyntax
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">Without its CR LF.</param>
    /// <param name="nameLength">Length of the name, with which the line begins.</param>
    /// <param name="value">Where the value lies in the line, without the white space around it.</param>
    /// <returns>Null, or why the line is refused.</returns>
    public static ProtocolError? Split(ReadOnlySpan<byte> line, out int nameLength, out ByteRange value)
    {
        // Names are short: a table does better here than a vectorised search.
        var isToken = Grammar.IsToken;
        int colon = 0;
        while (colon < line.Length && isToken[line[colon]] != 0)
        {
            colon++;
        }

        nameLength = colon;
        value = default;
        if (colon == 0 || colon == line.Length || line[colon] != ':')
        {
            return Explain(line, colon);
        }

        int start = colon + 1;
        while (start < line.Length && line[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        int end = line.Length;
        while (end > start && line[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        value = new ByteRange(start, end - start);
        return null;
    }

    private static ProtocolError Explain(ReadOnlySpan<byte> line, int at) =>
        at == line.Length ? ProtocolErrors.FieldColonMissing
        : line[at] is (byte)' ' or (byte)'\t'
            ? (
                at == 0 ? ProtocolErrors.LineFolding
                : line[at..].TrimStart(" \t"u8).StartsWith(":"u8) ? ProtocolErrors.SpaceBeforeColon
                : ProtocolErrors.FieldNameInvalid
            )
        : at == 0 && line[0] == ':' ? ProtocolErrors.FieldNameMissing
        : ProtocolErrors.FieldNameInvalid;
}
