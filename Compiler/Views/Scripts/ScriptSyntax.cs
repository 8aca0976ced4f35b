namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>
/// Follows the tokens of JavaScript as far as it takes to say whether a slash divides or starts a regular expression (ECMA-262 §12.1: the
/// syntactic context decides). Where they leave it open, so does this. What no parser would take need not be told: such a script never
/// runs.
/// </summary>
/// <param name="Nest">What is open: <see cref="ScriptNest"/>.</param>
/// <param name="Expects">What may come next.</param>
/// <param name="Before">What could come before <c>async</c>; after an end, what a new line starts.</param>
/// <param name="Word">The name that was just read, where it may be a label or say what follows.</param>
/// <param name="Modifiers">What is known of the member whose name is being read.</param>
/// <param name="Newline">Whether a line ended since the last token.</param>
/// <param name="Async">Whether what was just read are the parameters of an asynchronous arrow function, if of any.</param>
/// <param name="IsModule">Whether <c>await</c> is a keyword everywhere.</param>
/// <param name="Turn">How the code depends on what came before the loop it stands in.</param>
internal readonly partial record struct ScriptSyntax(
    string Nest,
    ScriptExpectation Expects,
    ScriptExpectation Before,
    string Word,
    string Modifiers,
    bool Newline,
    bool Async,
    bool IsModule,
    LoopTurn Turn
)
{
    public static ScriptSyntax Start(bool isModule) =>
        new("", ScriptExpectation.Statement, ScriptExpectation.Statement, "", "", true, false, isModule, default);

    /// <summary>Whether a slash divides (or starts a regular expression); null where that is not decided.</summary>
    public bool? Divides =>
        Expects switch
        {
            ScriptExpectation.Operator or ScriptExpectation.Async => true,
            ScriptExpectation.Statement
            or ScriptExpectation.Operand
            or ScriptExpectation.ArrowBody
            or ScriptExpectation.Return
            or ScriptExpectation.ExportDefault => false,
            ScriptExpectation.Jump when Newline => false,
            ScriptExpectation.End when Newline && Before == ScriptExpectation.Statement => false,
            _ => null,
        };

    /// <summary>Whether <c>--&gt;</c> starts a comment here (ECMA-262 §B.1.1); null where that is not decided.</summary>
    public bool? StartsComment =>
        Expects switch
        {
            _ when Newline => true,
            ScriptExpectation.Operator or ScriptExpectation.End or ScriptExpectation.Async => false,
            ScriptExpectation.Unknown => null,
            // Anywhere else it can be nothing but a comment.
            _ => true,
        };

    /// <summary>After a decision that rests on what came before.</summary>
    public ScriptSyntax Decided() => this with { Turn = Turn.Decided() };

    /// <summary>After markup of the app's own: whatever it is, it is whole.</summary>
    public ScriptSyntax Anything() => Took(ScriptExpectation.Unknown);

    /// <summary>A number, a regular expression, a template literal or a value.</summary>
    public ScriptSyntax Literal() =>
        Expects switch
        {
            ScriptExpectation.Key or ScriptExpectation.AfterKey => NextKey(""),
            ScriptExpectation.Operator or ScriptExpectation.End when Newline && ScriptNest.Bracket(Nest) == ScriptNest.ClassBody => NewKey(
                ""
            ),
            ScriptExpectation.FunctionHead
            or ScriptExpectation.ClassHead
            or ScriptExpectation.FunctionBody
            or ScriptExpectation.SwitchBody
            or ScriptExpectation.Head
            or ScriptExpectation.Binding => Took(ScriptExpectation.Unknown),
            _ => NewStatement().Took(ScriptExpectation.Operator).Settled(),
        };

    /// <summary>A string. Where no operand is due it may be the end of an import, after which nothing divides.</summary>
    public ScriptSyntax String() =>
        Expects
            is ScriptExpectation.Operator
                or ScriptExpectation.End
                or ScriptExpectation.Unknown
                or ScriptExpectation.Import
                or ScriptExpectation.Export
        && !(Newline && ScriptNest.Bracket(Nest) == ScriptNest.ClassBody)
            ? NewStatement().Took(ScriptExpectation.Unknown)
            : Literal();

    /// <summary>A template literal starts: an operand, or an argument of the one before it.</summary>
    public ScriptSyntax TemplateLiteral() =>
        Expects is ScriptExpectation.Operator or ScriptExpectation.Async ? Took(ScriptExpectation.Operator) : Literal();

    /// <summary>What is known where a block of the template ends that started here; null where nothing can be.</summary>
    /// <param name="end">Where it ended.</param>
    /// <param name="repeats">Whether it may run more than once.</param>
    public ScriptSyntax? Join(ScriptSyntax end, bool repeats)
    {
        bool same = Nest == end.Nest && Expects == end.Expects && Before == end.Before && (Newline == end.Newline || !NewlineCounts);
        if (same)
        {
            return this with
            {
                Newline = Newline && end.Newline,
                Word = Word == end.Word ? Word : "",
                Async = Async && end.Async,
                Modifiers = Modifiers == end.Modifiers ? Modifiers : "",
                Turn = Turn.Join(end.Turn),
            };
        }

        if ((repeats && end.Turn.Leans) || !MayDiffer || !end.MayDiffer || JoinNest(end.Nest) is not { } nest)
            return null;
        var expects =
            Expects == end.Expects && Newline == end.Newline && nest.IndexOf(ScriptNest.Lost) < 0 ? Expects : ScriptExpectation.Unknown;
        return Took(expects, nest) with { Newline = Newline && end.Newline, Turn = Turn.Join(end.Turn) };
    }

    private bool NewlineCounts => Expects is not (ScriptExpectation.Statement or ScriptExpectation.Operand or ScriptExpectation.Key);

    // Elsewhere a name that follows would mean one thing here and another there.
    private bool MayDiffer =>
        Expects
            is ScriptExpectation.Statement
                or ScriptExpectation.Operand
                or ScriptExpectation.Operator
                or ScriptExpectation.Unknown
                or ScriptExpectation.End
                or ScriptExpectation.Key
                or ScriptExpectation.AfterKey
                or ScriptExpectation.Async;

    private string? JoinNest(string end)
    {
        string brackets = ScriptNest.Strip(Nest),
            others = ScriptNest.Strip(end);
        if (brackets == others)
        {
            // A comma may go on with bindings: it must not be taken for an operator.
            bool binds = Nest.IndexOf(ScriptNest.Bindings, brackets.Length) >= 0 || end.IndexOf(ScriptNest.Bindings, brackets.Length) >= 0;
            return Nest == end ? Nest
                : binds ? brackets + ScriptNest.Bindings
                : brackets;
        }
        // Which brace goes back into a template literal must be known.
        if (Nest.IndexOf(ScriptNest.Substitution) >= 0 || end.IndexOf(ScriptNest.Substitution) >= 0)
            return null;
        int common = 0;
        while (common < brackets.Length && common < others.Length && brackets[common] == others[common])
            common++;
        return brackets.Substring(0, common) + ScriptNest.Lost;
    }

    private ScriptSyntax Took(ScriptExpectation expects) =>
        this with
        {
            Expects = expects,
            Before = ScriptExpectation.Statement,
            Word = "",
            Newline = false,
            Async = false,
        };

    private ScriptSyntax Took(ScriptExpectation expects, string nest) => Took(expects) with { Nest = nest };

    private ScriptSyntax Settled() => this with { Turn = Turn.Settled(Nest.Length) };

    /// <summary>
    /// Where an operand comes after an operand, a statement has ended (ECMA-262 §12.10, "Automatic Semicolon Insertion").
    /// </summary>
    private ScriptSyntax NewStatement() =>
        Expects is ScriptExpectation.Operator or ScriptExpectation.End ? this with { Nest = ScriptNest.Strip(Nest) } : this;

    /// <summary>The first or a further word of a member's name; those before it were modifiers.</summary>
    private ScriptSyntax NextKey(string word)
    {
        if (Expects == ScriptExpectation.AfterKey && Newline)
            return NewKey(word);
        string modifiers = Word == "async" ? Modifiers + ScriptNest.IsAsync : Modifiers;
        return Took(ScriptExpectation.AfterKey) with { Word = word, Modifiers = modifiers };
    }

    private ScriptSyntax NewKey(string word) =>
        Took(ScriptExpectation.AfterKey, ScriptNest.Strip(Nest)) with
        {
            Word = word,
            Modifiers = "",
        };

    private ScriptSyntax NewMember() => Took(ScriptExpectation.Key) with { Modifiers = "" };
}
