namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads the values that are written without quotes or brackets: booleans, numbers, dates and times.</summary>
internal static class TomlWords
{
    private const string Expected = "a value (string, number, true or false, date or time, array or table)";

    public static object Read(TomlCursor cursor)
    {
        TomlPosition position = cursor.Position;
        int start = cursor.Offset;
        SkipWord(cursor);
        // "1979-05-27 07:32:00": the one value that may have a space in it.
        if (TomlDates.IsDate(cursor.Since(start)) && cursor.Current == ' ' && char.IsAsciiDigit(cursor.Peek(1)))
        {
            cursor.Advance();
            SkipWord(cursor);
        }
        ReadOnlySpan<char> word = cursor.Since(start);
        if (word.IsEmpty) throw cursor.Fail($"expected {Expected}, found {cursor.Describe()}");
        if (word is "true") return true;
        if (word is "false") return false;
        if (TomlDates.LooksLikeDate(word) || TomlDates.LooksLikeTime(word))
        {
            return TomlDates.Parse(word)
                ?? throw cursor.Fail(position, $"expected a date or time such as 1979-05-27T07:32:00Z, found '{word}'");
        }
        return TomlNumbers.Parse(word, out string? problem)
            ?? throw cursor.Fail(position, problem ?? $"expected {Expected}, found '{word}'");
    }

    private static void SkipWord(TomlCursor cursor)
    {
        while (char.IsAsciiLetterOrDigit(cursor.Current) || cursor.Current is '+' or '-' or '.' or ':' or '_') cursor.Advance();
    }
}
