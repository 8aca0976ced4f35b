namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>
/// Follows JavaScript (and JSON) character by character through its tokens (ECMA-262 §12): strings, comments, regular expressions and
/// template literals above all. What the tokens say of a slash is <see cref="ScriptSyntax"/>.
/// </summary>
/// <param name="Kind">What the script is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Syntax">What may come next.</param>
/// <param name="Token">The name, number or sign that may go on; in a template literal a dollar that may open a substitution.</param>
/// <param name="Escaped">The next character does not end what is open: after a backslash, and at the start of a comment.</param>
/// <param name="Last">The last character.</param>
/// <param name="Opening">Where the string, the regular expression or the slash stands in the template.</param>
/// <param name="Doubt">From where on nothing is known; null while all is.</param>
internal readonly record struct ScriptState(
    ScriptKind Kind,
    ScriptPlace Place,
    ScriptSyntax Syntax,
    string Token,
    bool Escaped,
    char Last,
    int Opening,
    ScriptDoubt? Doubt
)
{
    public static ScriptState Start(ScriptKind kind) =>
        new(kind, ScriptPlace.Code, ScriptSyntax.Start(kind == ScriptKind.Module), "", false, '\0', 0, null);

    /// <summary>What may be written here.</summary>
    public ScriptSlot Slot =>
        Doubt is not null || Escaped
            ? ScriptSlot.None
            : Place switch
            {
                ScriptPlace.Code => ScriptSlot.Value,
                ScriptPlace.Slash when Syntax.Divides == true => ScriptSlot.Value,
                ScriptPlace.DoubleQuoted or ScriptPlace.SingleQuoted => ScriptSlot.String,
                // A value that starts with a brace would open an expression behind this dollar.
                ScriptPlace.Template when Token.Length == 0 => ScriptSlot.String,
                _ => ScriptSlot.None,
            };

    public ScriptState AfterValue()
    {
        // A backslash before the value is a mistake that is told; it takes the value, and not what stands behind it.
        if (Kind == ScriptKind.Json || Doubt is not null || Place is not (ScriptPlace.Code or ScriptPlace.Slash))
            return this with { Token = "", Escaped = false, Last = '\0' };
        var at = Flush();
        return at.Doubt is not null
            ? at
            : at with
            {
                Place = ScriptPlace.Code,
                Syntax = at.Syntax.Literal(),
                Token = ScriptChars.Ended,
                Last = '\0',
            };
    }

    /// <summary>After a value that is written as it is: code that is whole, of which no more is known.</summary>
    public ScriptState AfterRaw()
    {
        var at = AfterValue();
        return at is { Place: ScriptPlace.Code, Doubt: null } ? at with { Syntax = at.Syntax.Anything(), Token = ScriptChars.Torn } : at;
    }

    /// <summary>One static character at <paramref name="offset"/> of the template.</summary>
    public ScriptState Next(char c, int offset)
    {
        if (Doubt is not null)
            return this;
        // HTML, "Preprocessing the input stream": CR LF and CR are LF.
        if (c == '\n' && Last == '\r')
            return this with { Last = c };
        return (Kind == ScriptKind.Json ? StepInJson(c) : Step(c == '\r' ? '\n' : c, offset)) with { Last = c };
    }

    /// <summary>At the start of a loop of the template.</summary>
    public ScriptState EnterLoop() => this with { Syntax = Syntax with { Turn = LoopTurn.Start(Syntax.Nest.Length) } };

    /// <summary>What is known where a block of the template ends that started here; null where nothing can be.</summary>
    public ScriptState? Join(ScriptState end, bool repeats)
    {
        if (Kind != end.Kind)
            return null;
        if ((Doubt ?? end.Doubt) is { } doubt)
            return end with { Doubt = doubt };
        if (Place != end.Place || Escaped != end.Escaped)
            return null;
        if (Kind == ScriptKind.Json)
            return end;
        switch (Place)
        {
            case ScriptPlace.Code when Token != end.Token:
                return JoinTokens(end, repeats);
            case ScriptPlace.Slash when Opening != end.Opening:
                return null;
            case ScriptPlace.Template when Token != end.Token:
                return null;
            case ScriptPlace.BlockComment when Last == '*' != (end.Last == '*'):
                return null;
        }
        return Syntax.Join(end.Syntax, repeats) is { } syntax ? end with { Syntax = syntax } : null;
    }

    private ScriptState? JoinTokens(ScriptState end, bool repeats)
    {
        // What follows could make a comment with one and not with the other.
        if (Token.StartsWith("<", StringComparison.Ordinal) || end.Token.StartsWith("<", StringComparison.Ordinal))
            return null;
        if (Token.StartsWith("-", StringComparison.Ordinal) || end.Token.StartsWith("-", StringComparison.Ordinal))
            return null;
        ScriptState start = Flush(),
            other = end.Flush();
        if (start.Doubt is not null || other.Doubt is not null)
            return start.Doubt is not null ? start : other;
        return start.Syntax.Join(other.Syntax, repeats) is { } syntax ? other with { Syntax = syntax, Token = ScriptChars.Torn } : null;
    }

    private ScriptState Step(char c, int offset) =>
        Place switch
        {
            ScriptPlace.Code => StepInCode(c, offset),
            ScriptPlace.Slash => StepAfterSlash(c, offset),
            ScriptPlace.DoubleQuoted => StepInString(c, '"'),
            ScriptPlace.SingleQuoted => StepInString(c, '\''),
            ScriptPlace.Template => StepInTemplate(c),
            ScriptPlace.LineComment => ScriptChars.IsLineEnd(c) ? EndLine() with { Place = ScriptPlace.Code } : this,
            // "/*/" is not a whole comment: the first character after the opening cannot close it.
            ScriptPlace.BlockComment when Escaped => (ScriptChars.IsLineEnd(c) ? EndLine() : this) with { Escaped = false },
            ScriptPlace.BlockComment when c == '/' && Last == '*' => this with { Place = ScriptPlace.Code },
            ScriptPlace.BlockComment => ScriptChars.IsLineEnd(c) ? EndLine() : this,
            _ => StepInRegex(c),
        };

    private ScriptState StepInCode(char c, int offset)
    {
        if (Token.Length > 0)
        {
            if (ScriptChars.GoesOn(Token, c))
                return this with { Token = Token + c };
            if (Kind == ScriptKind.Classic && Token == "<!-" && c == '-')
                return this with { Token = "", Place = ScriptPlace.LineComment };
            if (Kind == ScriptKind.Classic && Token == "--" && c == '>' && Syntax.StartsComment != false)
            {
                var comment = this with { Syntax = Syntax.Decided(), Token = "", Place = ScriptPlace.LineComment };
                return Syntax.StartsComment is null ? comment with { Doubt = new ScriptDoubt('-', offset - 2) } : comment;
            }
            // "a?.5:b" is a condition.
            if (Token == "?." && c is >= '0' and <= '9')
                return Flush("?", offset) with { Token = "." + c };
            var flushed = Flush(Token, offset);
            return flushed.Doubt is null ? flushed.StepInCode(c, offset) : flushed;
        }
        if (ScriptChars.IsLineEnd(c))
            return EndLine();
        if (ScriptChars.IsSpace(c))
            return this;
        if (ScriptChars.StartsToken(c))
            return this with { Token = c.ToString(), Opening = offset };
        switch (c)
        {
            case '"':
                return this with { Place = ScriptPlace.DoubleQuoted, Opening = offset };
            case '\'':
                return this with { Place = ScriptPlace.SingleQuoted, Opening = offset };
            case '`':
                return this with { Place = ScriptPlace.Template, Syntax = Syntax.TemplateLiteral() };
            case '/':
                return this with { Place = ScriptPlace.Slash, Opening = offset };
            case '}' when Syntax.EndsSubstitution:
                return this with { Place = ScriptPlace.Template, Syntax = Syntax.CloseSubstitution() };
            default:
                return Flush(c.ToString(), offset);
        }
    }

    private ScriptState StepAfterSlash(char c, int offset)
    {
        if (c == '/')
            return this with { Place = ScriptPlace.LineComment };
        if (c == '*')
            return this with { Place = ScriptPlace.BlockComment, Escaped = true };
        if (Syntax.Divides is not { } divides)
            return this with { Doubt = new ScriptDoubt('/', Opening) };
        var at = this with { Syntax = Syntax.Decided() };
        return divides ? at.Divide().StepInCode(c, offset) : (at with { Place = ScriptPlace.Regex }).StepInRegex(c);
    }

    private ScriptState StepInString(char c, char quote)
    {
        if (Escaped)
            return this with { Escaped = false };
        if (c == '\\')
            return this with { Escaped = true };
        // A string that its line ends is an error to a parser; if it is none, something before was understood wrongly.
        if (c == '\n')
            return this with { Doubt = new ScriptDoubt(quote, Opening) };
        return c == quote ? this with { Place = ScriptPlace.Code, Syntax = Syntax.String() } : this;
    }

    private ScriptState StepInTemplate(char c)
    {
        if (Escaped)
            return this with { Escaped = false };
        return c switch
        {
            '\\' => this with { Escaped = true, Token = "" },
            '{' when Token == "$" => this with { Place = ScriptPlace.Code, Syntax = Syntax.OpenSubstitution(), Token = "" },
            '`' => this with { Place = ScriptPlace.Code, Token = "" },
            _ => this with { Token = c == '$' ? "$" : "" },
        };
    }

    private ScriptState StepInRegex(char c)
    {
        if (ScriptChars.IsLineEnd(c))
            return this with { Doubt = new ScriptDoubt('/', Opening) };
        if (Escaped)
            return this with { Escaped = false };
        return c switch
        {
            '\\' => this with { Escaped = true },
            '[' => this with { Place = ScriptPlace.RegexClass },
            ']' => this with { Place = ScriptPlace.Regex },
            '/' when Place == ScriptPlace.Regex => this with
            {
                Place = ScriptPlace.Code,
                Syntax = Syntax.Literal(),
                Token = ScriptChars.Ended,
            },
            _ => this,
        };
    }

    private ScriptState StepInJson(char c)
    {
        if (Place == ScriptPlace.Code)
            return c == '"' ? this with { Place = ScriptPlace.DoubleQuoted } : this;
        if (Escaped)
            return this with { Escaped = false };
        return c == '\\' ? this with { Escaped = true }
            : c == '"' ? this with { Place = ScriptPlace.Code }
            : this;
    }

    private ScriptState EndLine() => this with { Syntax = Syntax with { Newline = true } };

    private ScriptState Divide() => this with { Place = ScriptPlace.Code, Syntax = Syntax.Sign("/")!.Value };

    private ScriptState Flush() =>
        Place == ScriptPlace.Slash
            ? Syntax.Divides == true
                ? (this with { Syntax = Syntax.Decided() }).Divide()
                : this with
                {
                    Doubt = new ScriptDoubt('/', Opening),
                }
            : Flush(Token, Opening);

    private ScriptState Flush(string token, int offset)
    {
        var at = this with { Token = "" };
        if (token.Length == 0 || token == ScriptChars.Torn || token.StartsWith(ScriptChars.Ended, StringComparison.Ordinal))
            return at;
        if (token.StartsWith(ScriptChars.Torn, StringComparison.Ordinal))
            return at with { Syntax = Syntax.Anything() };
        // A "#!" at the very start is a comment, which few know and no page needs.
        if (token == "#")
            return at with { Doubt = new ScriptDoubt('#', Opening) };
        if (ScriptChars.IsNumber(token))
            return at with { Syntax = Syntax.Literal() };
        if (ScriptChars.IsName(token))
            return at with { Syntax = Syntax.Name(token) };
        return Syntax.Sign(token) is { } syntax ? at with { Syntax = syntax } : at with { Doubt = new ScriptDoubt(token[0], offset) };
    }
}
