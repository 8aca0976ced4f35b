namespace Stryke.Web.Http.Http1;

/// <summary>
/// The extensions after the size of a chunk: <c>*( BWS ";" BWS name [ BWS "=" BWS value ] )</c>, a value being a token or a quoted string
/// (RFC 9112 §7.1.1). None of it means anything here; but what is no extension to one reader may be the end of the line to another.
/// </summary>
internal static class ChunkExtensions
{
    /// <param name="text">From the first semicolon to the end of the line, without its CR LF and without control bytes.</param>
    public static bool AreValid(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            if (text[0] != ';' || !TryTakeOne(ref text))
            {
                return false;
            }

            if (text.IsEmpty)
            {
                return true;
            }

            // Bad white space stands before a semicolon, not at the end.
            text = SkipWhitespace(text);
            if (text.IsEmpty)
            {
                return false;
            }
        }
    }

    private static bool TryTakeOne(scoped ref ReadOnlySpan<byte> text)
    {
        text = SkipWhitespace(text[1..]);
        if (!TryTakeToken(ref text))
        {
            return false;
        }

        var behind = SkipWhitespace(text);
        if (behind.IsEmpty || behind[0] != '=')
        {
            return true;
        }

        text = SkipWhitespace(behind[1..]);
        return !text.IsEmpty && text[0] == '"' ? TryTakeQuoted(ref text) : TryTakeToken(ref text);
    }

    private static bool TryTakeToken(scoped ref ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExcept(Grammar.Token);
        int length = end < 0 ? text.Length : end;
        text = text[length..];
        return length > 0;
    }

    // RFC 9110 §5.6.4: a backslash quotes the next byte.
    private static bool TryTakeQuoted(scoped ref ReadOnlySpan<byte> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                text = text[(i + 1)..];
                return true;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return false;
    }

    private static ReadOnlySpan<byte> SkipWhitespace(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8);
}
