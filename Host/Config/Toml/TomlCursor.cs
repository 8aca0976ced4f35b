using System.Text;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// The text of a file and the place that is read next. All the readers of one file share it. Columns are found only when a position
/// is asked for, which is once a key and value.
/// </summary>
internal sealed class TomlCursor(string file, string text)
{
    /// <summary>
    /// What <see cref="Current"/> is behind the last character: U+0000 may not stand in a file, so nothing else looks like it.
    /// </summary>
    public const char End = '\0';

    private int _line = 1;
    private int _lineStart;

    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    public char Current => Offset < text.Length ? text[Offset] : End;

    public bool AtNewLine => Current == '\n' || (Current == '\r' && Peek(1) == '\n');

    public TomlPosition Position => PositionAt(Offset);

    public char Peek(int ahead) => Offset + ahead < text.Length ? text[Offset + ahead] : End;

    public bool StartsWith(string token) => string.CompareOrdinal(text, Offset, token, 0, token.Length) == 0;

    public ReadOnlySpan<char> Since(int start) => text.AsSpan(start, Offset - start);

    /// <summary>Steps over characters of the same line.</summary>
    public void Advance(int count = 1) => Offset += count;

    /// <summary>Steps over the end of line that <see cref="AtNewLine"/> has seen.</summary>
    public void AdvanceLine()
    {
        Offset += Current == '\r' ? 2 : 1;
        _line++;
        _lineStart = Offset;
    }

    public bool TryTake(char c)
    {
        if (AtEnd || Current != c) return false;
        Offset++;
        return true;
    }

    /// <summary>Tabs and spaces: TOML's only white space within a line.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t') Offset++;
    }

    /// <summary>White space, ends of line and comments, as an array allows between its items.</summary>
    public void SkipBlankLines()
    {
        while (true)
        {
            SkipBlanks();
            SkipComment();
            if (!AtNewLine) return;
            AdvanceLine();
        }
    }

    /// <summary>A comment up to its end of line. Control characters are not permitted in it (TOML 1.0, "Comment").</summary>
    public void SkipComment()
    {
        if (Current != '#') return;
        while (!AtEnd && !AtNewLine)
        {
            if (IsControl(Current)) throw Fail($"a comment may not contain the control character {Describe()}");
            Offset++;
        }
    }

    /// <summary>The end of a line, behind which the next statement may start.</summary>
    public void EndLine(string behind)
    {
        SkipBlanks();
        SkipComment();
        if (AtEnd) return;
        if (!AtNewLine) throw Fail($"expected the end of the line behind {behind}, found {Describe()}");
        AdvanceLine();
    }

    /// <summary>What stands at the cursor, in words for a message.</summary>
    public string Describe()
    {
        if (AtEnd) return "the end of the file";
        if (AtNewLine) return "the end of the line";
        Rune rune = Rune.TryGetRuneAt(text, Offset, out Rune found) ? found : Rune.ReplacementChar;
        bool visible = rune.Value > 0x20 && rune.Value < 0x7F || Rune.IsLetterOrDigit(rune);
        return visible ? $"'{rune}'" : $"U+{rune.Value:X4}";
    }

    public TomlException Fail(string problem) => Fail(Position, problem);

    public TomlException Fail(TomlPosition position, string problem) => new(file, position, problem);

    /// <summary>Control characters other than tab, which TOML permits nowhere but as part of an end of line.</summary>
    public static bool IsControl(char c) => c is < ' ' and not '\t' or '\u007F';

    private TomlPosition PositionAt(int offset)
    {
        int column = 1;
        for (int i = _lineStart; i < offset; i++)
        {
            if (!char.IsLowSurrogate(text[i])) column++;
        }
        return new TomlPosition(_line, column);
    }
}
