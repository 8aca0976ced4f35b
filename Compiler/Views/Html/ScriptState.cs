namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Follows JavaScript (and JSON) as far as strings, comments, regular expressions and template literals go (ECMA-262 §12).
/// </summary>
/// <param name="Place">Where it is.</param>
/// <param name="Nest">Open template literals: <c>$</c> for each <c>${</c>, <c>{</c> for each brace within.</param>
/// <param name="Word">The identifier or number that is being read, or was read last.</param>
/// <param name="DividesNext">Whether a slash here divides; otherwise it starts a regular expression.</param>
/// <param name="Escaped">The next character does not end what is open: after a backslash, and at the start of a comment.</param>
/// <param name="Recent">The last few characters.</param>
/// <param name="IsOpaque">After <c>&lt;!--</c>, from where parsers of HTML and of JavaScript go different ways.</param>
internal readonly record struct ScriptState(
    ScriptPlace Place, string Nest, string Word, bool DividesNext, bool Escaped, string Recent, bool IsOpaque)
{
    private static readonly string[] BeforeRegex =
        ["return", "typeof", "case", "do", "else", "in", "instanceof", "new", "void", "delete", "throw", "of", "yield", "await"];

    public static ScriptState Start => new(ScriptPlace.Code, "", "", false, false, "", false);

    /// <summary>What a value is escaped for here; null where none may stand.</summary>
    public HtmlEscape? Escape => IsOpaque || Escaped ? null : Place switch
    {
        ScriptPlace.Code => HtmlEscape.Script,
        ScriptPlace.Slash when DividesNext => HtmlEscape.Script,
        ScriptPlace.DoubleQuoted or ScriptPlace.SingleQuoted => HtmlEscape.ScriptString,
        // A value that starts with a brace would open an expression behind this dollar.
        ScriptPlace.Template when !Recent.EndsWith("$", StringComparison.Ordinal) => HtmlEscape.ScriptString,
        _ => null,
    };

    /// <summary>Whether two branches that end in these states may meet.</summary>
    public bool Meets(ScriptState other) => Place == other.Place && Nest == other.Nest && Escaped == other.Escaped && IsOpaque == other.IsOpaque;

    public ScriptState AfterValue() => Place is ScriptPlace.Code or ScriptPlace.Slash
        ? this with { Place = ScriptPlace.Code, DividesNext = true, Word = "", Recent = "" }
        : this with { Recent = "" };

    public ScriptState Next(char c)
    {
        string recent = (Recent.Length > 3 ? Recent.Substring(Recent.Length - 3) : Recent) + c;
        ScriptState next = Step(c) with { Recent = recent };
        return recent.EndsWith("<!--", StringComparison.Ordinal) ? next with { IsOpaque = true } : next;
    }

    private ScriptState Step(char c) => Place switch
    {
        ScriptPlace.Code => StepInCode(c),
        ScriptPlace.Slash => StepAfterSlash(c),
        ScriptPlace.DoubleQuoted => StepInString(c, '"'),
        ScriptPlace.SingleQuoted => StepInString(c, '\''),
        ScriptPlace.Template => StepInTemplate(c),
        ScriptPlace.LineComment => c is '\n' or '\r' or '\u2028' or '\u2029' ? this with { Place = ScriptPlace.Code } : this,
        // "/*/" is not a whole comment: the first character after the opening cannot close it.
        ScriptPlace.BlockComment when Escaped => this with { Escaped = false },
        ScriptPlace.BlockComment => c == '/' && Recent.EndsWith("*", StringComparison.Ordinal) ? this with { Place = ScriptPlace.Code } : this,
        _ => StepInRegex(c),
    };

    private ScriptState StepInCode(char c)
    {
        if (char.IsLetterOrDigit(c) || c is '_' or '$')
        {
            bool goesOn = Recent.Length > 0 && (char.IsLetterOrDigit(Recent[Recent.Length - 1]) || Recent[Recent.Length - 1] is '_' or '$');
            string word = goesOn ? Word + c : c.ToString();
            return this with { Word = word, DividesNext = !BeforeRegex.Contains(word) };
        }
        return c switch
        {
            '"' => this with { Place = ScriptPlace.DoubleQuoted },
            '\'' => this with { Place = ScriptPlace.SingleQuoted },
            '`' => this with { Place = ScriptPlace.Template },
            '/' => this with { Place = ScriptPlace.Slash },
            '{' => this with { Nest = Nest.Length > 0 ? Nest + c : Nest, DividesNext = false },
            '}' when Nest.EndsWith("$", StringComparison.Ordinal) => this with { Place = ScriptPlace.Template, Nest = Nest.Substring(0, Nest.Length - 1) },
            '}' => this with { Nest = Nest.Length > 0 ? Nest.Substring(0, Nest.Length - 1) : Nest, DividesNext = false },
            ')' or ']' => this with { DividesNext = true },
            ' ' or '\t' or '\n' or '\r' => this,
            _ => this with { DividesNext = false },
        };
    }

    private ScriptState StepAfterSlash(char c)
    {
        if (c == '/') return this with { Place = ScriptPlace.LineComment };
        if (c == '*') return this with { Place = ScriptPlace.BlockComment, Escaped = true };
        return DividesNext
            ? (this with { Place = ScriptPlace.Code, DividesNext = false }).StepInCode(c)
            : (this with { Place = ScriptPlace.Regex }).StepInRegex(c);
    }

    private ScriptState StepInString(char c, char quote)
    {
        if (Escaped) return this with { Escaped = false };
        if (c == '\\') return this with { Escaped = true };
        return c == quote || c is '\n' or '\r' ? AfterLiteral() : this;
    }

    private ScriptState StepInTemplate(char c)
    {
        if (Escaped) return this with { Escaped = false };
        if (c == '\\') return this with { Escaped = true };
        if (c == '{' && Recent.EndsWith("$", StringComparison.Ordinal)) return this with { Place = ScriptPlace.Code, Nest = Nest + "$", DividesNext = false };
        return c == '`' ? AfterLiteral() : this;
    }

    private ScriptState StepInRegex(char c)
    {
        if (Escaped) return this with { Escaped = false };
        return c switch
        {
            '\\' => this with { Escaped = true },
            '[' => this with { Place = ScriptPlace.RegexClass },
            ']' => this with { Place = ScriptPlace.Regex },
            '/' when Place == ScriptPlace.Regex => AfterLiteral(),
            '\n' or '\r' => AfterLiteral(),
            _ => this,
        };
    }

    private ScriptState AfterLiteral() => this with { Place = ScriptPlace.Code, DividesNext = true };
}
