using System.Text;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads the four kinds of string (TOML 1.0, "String").</summary>
internal static class TomlStrings
{
    public static string Read(TomlCursor cursor)
    {
        char quote = cursor.Current;
        bool isMultiLine = cursor.Peek(1) == quote && cursor.Peek(2) == quote;
        return isMultiLine ? ReadMultiLine(cursor, quote) : ReadSingleLine(cursor, quote);
    }

    private static string ReadSingleLine(TomlCursor cursor, char quote)
    {
        TomlPosition start = cursor.Position;
        var text = new StringBuilder();
        cursor.Advance();
        while (!cursor.TryTake(quote))
        {
            if (cursor.AtEnd || cursor.AtNewLine)
            {
                throw cursor.Fail($"expected {quote} to close the string of column {start.Column}, found {cursor.Describe()}");
            }
            if (quote == '"' && cursor.Current == '\\') text.Append(TomlEscapes.Read(cursor));
            else AppendPlain(cursor, text);
        }
        return text.ToString();
    }

    private static string ReadMultiLine(TomlCursor cursor, char quote)
    {
        TomlPosition start = cursor.Position;
        var text = new StringBuilder();
        cursor.Advance(3);
        if (cursor.AtNewLine) cursor.AdvanceLine(); // "A newline immediately following the opening delimiter will be trimmed."
        while (true)
        {
            if (cursor.AtEnd)
            {
                throw cursor.Fail($"expected {new string(quote, 3)} to close the string of line {start.Line}, found {cursor.Describe()}");
            }
            if (cursor.Current == quote)
            {
                if (ReadQuotes(cursor, quote, text)) return text.ToString();
            }
            else if (cursor.AtNewLine)
            {
                text.Append(cursor.Current == '\r' ? "\r\n" : "\n");
                cursor.AdvanceLine();
            }
            else if (quote == '"' && cursor.Current == '\\')
            {
                if (!SkipContinuation(cursor)) text.Append(TomlEscapes.Read(cursor));
            }
            else
            {
                AppendPlain(cursor, text);
            }
        }
    }

    // Three quotes close the string; up to two more before them belong to it.
    private static bool ReadQuotes(TomlCursor cursor, char quote, StringBuilder text)
    {
        int count = 0;
        while (count < 5 && cursor.Peek(count) == quote) count++;
        cursor.Advance(count);
        bool closes = count >= 3;
        text.Append(quote, closes ? count - 3 : count);
        return closes;
    }

    // A backslash as the last thing of a line swallows all white space up to the next character.
    private static bool SkipContinuation(TomlCursor cursor)
    {
        int ahead = 1;
        while (cursor.Peek(ahead) is ' ' or '\t') ahead++;
        if (cursor.Peek(ahead) != '\n' && !(cursor.Peek(ahead) == '\r' && cursor.Peek(ahead + 1) == '\n')) return false;
        cursor.Advance(ahead);
        while (cursor.AtNewLine)
        {
            cursor.AdvanceLine();
            cursor.SkipBlanks();
        }
        return true;
    }

    private static void AppendPlain(TomlCursor cursor, StringBuilder text)
    {
        if (TomlCursor.IsControl(cursor.Current))
        {
            throw cursor.Fail($"a string may not contain the control character {cursor.Describe()}: write it as an escape");
        }
        text.Append(cursor.Current);
        cursor.Advance();
    }
}
