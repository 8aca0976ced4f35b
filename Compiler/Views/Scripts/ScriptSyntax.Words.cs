namespace Stryke.Web.Compiler.Views.Scripts;

/// <content>Names and keywords.</content>
internal readonly partial record struct ScriptSyntax
{
    private static readonly string[] Reserved =
    [
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "export",
        "extends",
        "finally",
        "for",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "new",
        "return",
        "switch",
        "throw",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
    ];

    /// <summary>A name, a keyword or a private name.</summary>
    public ScriptSyntax Name(string word)
    {
        switch (Expects)
        {
            case ScriptExpectation.Property:
                return Took(ScriptExpectation.Operator);
            case ScriptExpectation.Key or ScriptExpectation.AfterKey:
                return NextKey(word);
            case ScriptExpectation.FunctionHead:
                return Took(ScriptExpectation.FunctionHead);
            case ScriptExpectation.ClassHead:
                return Took(word == "extends" ? ScriptExpectation.Operand : ScriptExpectation.ClassHead);
            case ScriptExpectation.Head when word == "await":
                return Took(ScriptExpectation.Head);
        }
        bool reserved = Reserved.Contains(word);
        if (Expects is ScriptExpectation.Binding or ScriptExpectation.Let && !reserved)
            return Bound();
        bool endsOperand = Expects is ScriptExpectation.Operator or ScriptExpectation.End or ScriptExpectation.Unknown;
        // A field without a semicolon ends with its line.
        if (endsOperand && Newline && ScriptNest.Bracket(Nest) == ScriptNest.ClassBody && word is not ("in" or "instanceof"))
            return NewKey(word);
        return reserved ? Keyword(word) : Contextual(word);
    }

    private ScriptSyntax Keyword(string word)
    {
        var fresh = NewStatement();
        switch (word)
        {
            case "if" or "while" or "with" or "catch":
                return fresh.Construct(ScriptNest.Control);
            case "for":
                return fresh.Construct(ScriptNest.For);
            case "switch":
                return fresh.Construct(ScriptNest.Switch);
            case "else" or "do" or "try" or "finally":
                return fresh.Took(ScriptExpectation.Statement);
            case "return":
                return fresh.Took(ScriptExpectation.Return);
            case "case":
                return fresh.Took(ScriptExpectation.Operand, fresh.Nest + ScriptNest.Case);
            case "default":
                return Took(Expects == ScriptExpectation.Export ? ScriptExpectation.ExportDefault : ScriptExpectation.Default);
            case "function":
                return Function();
            case "class":
                return Class();
            case "var" or "const":
                return fresh.Took(ScriptExpectation.Binding, fresh.Nest + ScriptNest.Bindings);
            case "break" or "continue" or "debugger":
                return fresh.Took(ScriptExpectation.Jump);
            case "import":
                return fresh.Took(ScriptExpectation.Import);
            case "export":
                return fresh.Took(ScriptExpectation.Export);
            case "in" or "instanceof":
                return Took(ScriptExpectation.Operand);
            default:
                return fresh.Took(ScriptExpectation.Operand);
        }
    }

    private ScriptSyntax Contextual(string word)
    {
        switch (word)
        {
            case "let":
                return NewStatement().Took(ScriptExpectation.Let);
            case "of" when IsInForHead && Expects is ScriptExpectation.Operator or ScriptExpectation.End:
                return Took(ScriptExpectation.Operand);
            case "await":
                return NewStatement()
                    .Took(
                        IsModule || ScriptNest.IsInFunction(Nest, ScriptNest.IsAsync)
                            ? ScriptExpectation.Operand
                            : ScriptExpectation.Unknown
                    );
            case "yield":
                return NewStatement()
                    .Took(ScriptNest.IsInFunction(Nest, ScriptNest.IsGenerator) ? ScriptExpectation.Return : ScriptExpectation.Unknown);
            case "async":
                bool starts = Expects is ScriptExpectation.Operator or ScriptExpectation.End && Newline;
                return NewStatement().Took(ScriptExpectation.Async) with { Before = starts ? ScriptExpectation.Statement : Expects };
            default:
                return Identifier(word);
        }
    }

    private ScriptSyntax Identifier(string word) =>
        Expects switch
        {
            ScriptExpectation.Statement or ScriptExpectation.Operator or ScriptExpectation.End or ScriptExpectation.Unknown =>
                NewStatement().Took(ScriptExpectation.Operator).Settled() with
                {
                    Word = word,
                },
            ScriptExpectation.Jump when !Newline => Took(ScriptExpectation.End),
            ScriptExpectation.Jump or ScriptExpectation.Return when Newline => Took(ScriptExpectation.Operator).Settled() with
            {
                Word = word,
            },
            ScriptExpectation.Async => Took(ScriptExpectation.Operator).Settled() with { Async = !Newline, Word = Newline ? word : "" },
            ScriptExpectation.FunctionBody or ScriptExpectation.SwitchBody or ScriptExpectation.Head => Took(ScriptExpectation.Unknown),
            _ => Took(ScriptExpectation.Operator).Settled(),
        };

    private ScriptSyntax Bound() =>
        Took(ScriptExpectation.End, Expects == ScriptExpectation.Let ? Nest + ScriptNest.Bindings : Nest).Settled() with
        {
            Before = Before,
        };

    private bool IsInForHead =>
        ScriptNest.Strip(Nest) is var nest
        && ScriptNest.Top(nest) == ScriptNest.Head
        && ScriptNest.Top(ScriptNest.Pop(nest)) == ScriptNest.For;

    // Where members are named, one may be named like a keyword.
    private ScriptSyntax Construct(char marker) =>
        Took(ScriptExpectation.Head, Nest + (ScriptNest.MayHoldMembers(Nest) ? ScriptNest.UncertainHead : marker));

    private ScriptSyntax Function()
    {
        bool isAsync = Expects == ScriptExpectation.Async && !Newline;
        char marker = Choose(ScriptNest.FunctionDeclaration, ScriptNest.FunctionExpression, ScriptNest.UncertainFunction);
        var fresh = NewStatement();
        return fresh.Took(ScriptExpectation.FunctionHead, fresh.Nest + marker + (isAsync ? ScriptNest.IsAsync.ToString() : ""));
    }

    private ScriptSyntax Class()
    {
        var fresh = NewStatement();
        return fresh.Took(
            ScriptExpectation.ClassHead,
            fresh.Nest + Choose(ScriptNest.ClassDeclaration, ScriptNest.ClassExpression, ScriptNest.UncertainClass)
        );
    }

    private char Choose(char declaration, char expression, char uncertain)
    {
        var expects = Expects == ScriptExpectation.Async && !Newline ? Before : Expects;
        return expects switch
        {
            ScriptExpectation.Statement or ScriptExpectation.Export or ScriptExpectation.ExportDefault => declaration,
            ScriptExpectation.Operand or ScriptExpectation.ArrowBody => expression,
            ScriptExpectation.Return when !Newline => expression,
            ScriptExpectation.Return
            or ScriptExpectation.Operator
            or ScriptExpectation.End
            or ScriptExpectation.Jump
            or ScriptExpectation.Async when Newline => declaration,
            _ => uncertain,
        };
    }
}
