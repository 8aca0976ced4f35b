using System.Text;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// Writes the definitions of tables and indices in one style, whoever wrote them and however ALTER TABLE has changed them: names in
/// quotes, keywords
/// and types in capitals, a column in each line. Views and triggers stay as they were written.
/// </summary>
internal sealed class SchemaText
{
    private static readonly HashSet<string> Constraints = new(StringComparer.OrdinalIgnoreCase)
    {
        "CONSTRAINT",
        "PRIMARY",
        "UNIQUE",
        "CHECK",
        "FOREIGN",
    };

    private static readonly HashSet<string> BeforeNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "TABLE",
        "INDEX",
        "EXISTS",
        "REFERENCES",
        "CONSTRAINT",
    };

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND",
        "AS",
        "ASC",
        "BETWEEN",
        "CASE",
        "CAST",
        "CHECK",
        "COLLATE",
        "CREATE",
        "DEFAULT",
        "DESC",
        "ELSE",
        "END",
        "ESCAPE",
        "EXISTS",
        "FALSE",
        "GLOB",
        "IN",
        "INDEX",
        "IS",
        "ISNULL",
        "KEY",
        "LIKE",
        "NOT",
        "NOTNULL",
        "NULL",
        "ON",
        "OR",
        "REFERENCES",
        "REGEXP",
        "THEN",
        "TRUE",
        "UNIQUE",
        "WHEN",
        "WHERE",
        "CURRENT_DATE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "BINARY",
        "NOCASE",
        "RTRIM",
    };

    private readonly HashSet<string> _columns;
    private readonly StringBuilder _text = new();
    private bool _isTable,
        _isFirst,
        _isForeign;
    private int _depth;
    private string _last = "";
    private char _end;

    private SchemaText(IEnumerable<string> columns) => _columns = new HashSet<string>(columns, StringComparer.OrdinalIgnoreCase);

    /// <summary>The definition in our style.</summary>
    /// <param name="sql">The definition as the database keeps it.</param>
    /// <param name="columns">The columns of its table.</param>
    public static string Format(string sql, IEnumerable<string> columns)
    {
        var tokens = new SqlTokens(sql);
        tokens.NextSignificant();
        bool isUsual = tokens.Is("CREATE") && tokens.NextSignificant() && (tokens.Is("TABLE") || tokens.Is("INDEX") || tokens.Is("UNIQUE"));
        if (!isUsual)
            return sql.Trim().ReplaceLineEndings("\n");
        var text = new SchemaText(columns) { _isTable = tokens.Is("TABLE") };
        var all = new SqlTokens(sql);
        bool isSpaced = false;
        while (all.Next())
        {
            bool isSpace = all.Kind is SqlTokenKind.Space or SqlTokenKind.Comment or SqlTokenKind.OpenComment;
            if (!isSpace)
                text.Add(all.Kind, all.Text.ToString(), isSpaced);
            isSpaced = isSpace;
        }
        return text._text.ToString();
    }

    private void Add(SqlTokenKind kind, string token, bool isSpaced)
    {
        if (kind == SqlTokenKind.Symbol)
            AddSymbol(token[0], isSpaced);
        else
            AddWord(kind, token, isSpaced);
        _last = token;
    }

    private void AddSymbol(char symbol, bool isSpaced)
    {
        switch (symbol)
        {
            case '(':
                if (_end is '"' || Words.Contains(_last) || IsOperator(_end))
                    Space();
                Put('(');
                if (++_depth == 1 && _isTable)
                    NewLine();
                break;
            case ')':
                if (--_depth == 0 && _isTable)
                    _text.Append('\n');
                Put(')');
                _isForeign &= _depth > 0;
                break;
            case ',':
                Put(',');
                if (_depth == 1 && _isTable)
                    NewLine();
                break;
            case '.':
                Put('.');
                break;
            default:
                if (IsOperator(symbol) ? isSpaced || !IsOperator(_end) : isSpaced)
                    Space();
                Put(symbol);
                break;
        }
    }

    private void AddWord(SqlTokenKind kind, string token, bool isSpaced)
    {
        bool isUnary = _end is '-' or '+' && !isSpaced;
        if (_end is not ('(' or '.' or '\n') && !isUnary)
            Space();
        bool isConstraint = _isFirst && kind == SqlTokenKind.Word && Constraints.Contains(token);
        bool isName = kind == SqlTokenKind.Name || (kind == SqlTokenKind.Word && !isConstraint && IsName(token));
        if (isName)
            Dialect.Quote(_text, SqlTokens.Unquote(token));
        else
            _text.Append(kind == SqlTokenKind.Word && IsCapital(token) ? token.ToUpperInvariant() : token);
        _end = isName ? '"' : 'a';
        _isForeign |= token.Equals("REFERENCES", StringComparison.OrdinalIgnoreCase);
        _isFirst = false;
    }

    private bool IsName(string word)
    {
        if (char.IsAsciiDigit(word[0]))
            return false;
        if (_isFirst || BeforeNames.Contains(_last) && !word.Equals("IF", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!_isTable)
            return _last.Equals("ON", StringComparison.OrdinalIgnoreCase) || _columns.Contains(word);
        return _depth > 1 && (_isForeign || _columns.Contains(word));
    }

    /// <summary>Keywords are, and types: whatever stands behind the name of a column and not in parentheses.</summary>
    private bool IsCapital(string word) => (_isTable && _depth <= 1) || Words.Contains(word);

    private void NewLine()
    {
        _text.Append("\n  ");
        _end = '\n';
        _isFirst = true;
        _isForeign = false;
    }

    private void Space()
    {
        if (_end is not ('\0' or '(' or '\n'))
            _text.Append(' ');
    }

    private void Put(char symbol)
    {
        _text.Append(symbol);
        _end = symbol;
    }

    private static bool IsOperator(char c) => c is '<' or '>' or '=' or '!' or '|' or '+' or '*' or '/' or '%' or '&';
}
