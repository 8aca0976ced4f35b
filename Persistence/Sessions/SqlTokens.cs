namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// Reads SQL token by token, as far as quotes and comments decide what is text and what is not (https://sqlite.org/lang_comment.html).
/// </summary>
internal ref struct SqlTokens(ReadOnlySpan<char> sql)
{
    private readonly ReadOnlySpan<char> _sql = sql;
    private int _end;

    /// <summary>What the token is.</summary>
    public SqlTokenKind Kind { get; private set; }

    /// <summary>Where the token starts.</summary>
    public int Start { get; private set; }

    /// <summary>The token as it is written.</summary>
    public readonly ReadOnlySpan<char> Text => _sql[Start.._end];

    /// <summary>Whether a text has no statement in it: only white space, comments and semicolons.</summary>
    public static bool IsBlank(ReadOnlySpan<char> sql) => !new SqlTokens(sql).NextSignificant();

    /// <summary>A name without its quotes.</summary>
    public static string Unquote(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] is not ('"' or '`' or '[' or '\''))
            return name.ToString();
        string quote = name[0].ToString();
        return name[1..^1].ToString().Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next()
    {
        Start = _end;
        if (Start >= _sql.Length)
            return false;
        (Kind, int length) = Read(_sql[Start..]);
        _end = Start + length;
        return true;
    }

    /// <summary>Goes to the next token that is part of a statement; false at the end.</summary>
    public bool NextSignificant()
    {
        while (Next())
        {
            if (Kind is not (SqlTokenKind.Space or SqlTokenKind.Comment or SqlTokenKind.OpenComment) && !Is(";"))
                return true;
        }
        return false;
    }

    /// <summary>Whether the token is this symbol, or this word in any case.</summary>
    public readonly bool Is(string word) =>
        Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static (SqlTokenKind Kind, int Length) Read(ReadOnlySpan<char> rest)
    {
        char first = rest[0];
        if (IsSpace(first))
            return (SqlTokenKind.Space, LengthWhile(rest, IsSpace));
        if (rest.StartsWith("--"))
            return (SqlTokenKind.Comment, LengthWhile(rest, static c => c != '\n'));
        if (rest.StartsWith("/*"))
            return Find(rest, 2, "*/") is > 0 and var end ? (SqlTokenKind.Comment, end) : (SqlTokenKind.OpenComment, rest.Length);
        if (first == '\'')
            return (SqlTokenKind.Literal, Quoted(rest, 0, '\''));
        if (first is 'x' or 'X' && rest.Length > 1 && rest[1] == '\'')
            return (SqlTokenKind.Literal, Quoted(rest, 1, '\''));
        if (first is '"' or '`')
            return (SqlTokenKind.Name, Quoted(rest, 0, first));
        if (first == '[')
            return (SqlTokenKind.Name, Find(rest, 1, "]") is > 0 and var close ? close : rest.Length);
        return IsWord(first) ? (SqlTokenKind.Word, LengthWhile(rest, IsWord)) : (SqlTokenKind.Symbol, 1);
    }

    /// <summary>The length up to the closing quote; a doubled one stands for itself.</summary>
    private static int Quoted(ReadOnlySpan<char> rest, int open, char quote)
    {
        for (int i = open + 1; i < rest.Length; i++)
        {
            if (rest[i] != quote)
                continue;
            if (i + 1 == rest.Length || rest[i + 1] != quote)
                return i + 1;
            i++;
        }
        return rest.Length;
    }

    private static int Find(ReadOnlySpan<char> rest, int from, string end)
    {
        int at = rest[from..].IndexOf(end, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at + end.Length;
    }

    private static int LengthWhile(ReadOnlySpan<char> rest, Func<char, bool> holds)
    {
        int length = 0;
        while (length < rest.Length && holds(rest[length]))
            length++;
        return length;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r' or '\uFEFF';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || (c >= '\u0080' && c != '\uFEFF');
}
