namespace Stryke.Web.Compiler.Views.Erb;

/// <summary>
/// Cuts a template into static text and tags. <c>&lt;%%</c> is a literal <c>&lt;%</c>. A tag that writes nothing and stands alone on its
/// line takes the line with it; <c>&lt;%-</c> always takes the indentation before it, and <c>-%&gt;</c> the line end after it.
/// </summary>
internal sealed class ErbLexer
{
    private readonly string _template;
    private readonly List<ErbToken> _tokens = [];
    private int _position;
    private int _textStart;

    private ErbLexer(string template) => _template = template;

    /// <returns>The pieces in order, and the offset of a tag that is never closed, or -1.</returns>
    public static (IReadOnlyList<ErbToken> Tokens, int Unterminated) Lex(string template)
    {
        var lexer = new ErbLexer(template);
        int unterminated = lexer.Run();
        return (lexer._tokens, unterminated);
    }

    private int Run()
    {
        while (true)
        {
            int open = _template.IndexOf("<%", _position, StringComparison.Ordinal);
            if (open < 0)
            {
                AddText(_template.Length);
                return -1;
            }
            if (At(open + 2) == '%')
            {
                AddText(open);
                _tokens.Add(new ErbToken(ErbTokenKind.Text, "<%", open, open));
                _position = _textStart = open + 3;
                continue;
            }
            if (!Tag(open))
            {
                AddText(open);
                return open;
            }
        }
    }

    private bool Tag(int open)
    {
        int start = open + 2;
        bool trimsBefore = At(start) == '-';
        if (trimsBefore)
            start++;
        var kind = KindAt(start, out int mark);
        start += mark;
        int close = _template.IndexOf("%>", start, StringComparison.Ordinal);
        if (close < 0)
            return false;
        int end = close,
            after = close + 2;
        bool trimsAfter = end > start && _template[end - 1] == '-';
        if (trimsAfter)
            end--;

        // A statement alone on its line is not part of the page's text.
        bool startsLine = IsLineStart(IndentationStart(open));
        bool alone = startsLine && IsLineEnd(after, out _) && kind is ErbTokenKind.Code or ErbTokenKind.Comment or ErbTokenKind.Parameters;
        AddText((trimsBefore && startsLine) || alone ? IndentationStart(open) : open);
        _tokens.Add(new ErbToken(kind, _template.Substring(start, end - start), start, open));
        _position = _textStart = (trimsAfter || alone) && IsLineEnd(after, out int next) ? next : after;
        return true;
    }

    private ErbTokenKind KindAt(int index, out int length)
    {
        (var kind, length) = At(index) switch
        {
            '=' when At(index + 1) == '=' => (ErbTokenKind.RawValue, 2),
            '=' => (ErbTokenKind.Value, 1),
            '#' => (ErbTokenKind.Comment, 1),
            '@' => (ErbTokenKind.Parameters, 1),
            _ => (ErbTokenKind.Code, 0),
        };
        return kind;
    }

    private void AddText(int end)
    {
        if (end > _textStart)
            _tokens.Add(new ErbToken(ErbTokenKind.Text, _template.Substring(_textStart, end - _textStart), _textStart, _textStart));
        _textStart = end;
    }

    /// <summary>Where the blanks before <paramref name="index"/> start; never before what a tag already took.</summary>
    private int IndentationStart(int index)
    {
        while (index > _textStart && _template[index - 1] is ' ' or '\t')
            index--;
        return index;
    }

    private bool IsLineStart(int index) => index == 0 || _template[index - 1] == '\n';

    private bool IsLineEnd(int index, out int next)
    {
        while (At(index) is ' ' or '\t')
            index++;
        if (At(index) == '\r' && At(index + 1) == '\n')
            index++;
        next = Math.Min(index + 1, _template.Length);
        return index >= _template.Length || _template[index] == '\n';
    }

    private char At(int index) => index < _template.Length ? _template[index] : '\0';
}
