namespace Stryke.Web.Compiler.Views.Scripts;

/// <content>Punctuation.</content>
internal readonly partial record struct ScriptSyntax
{
    /// <summary>Punctuation other than slashes; null for a closing bracket that closes nothing of its kind.</summary>
    public ScriptSyntax? Sign(string sign)
    {
        switch (sign)
        {
            case "(":
                return OpenParenthesis();
            case "[":
                return OpenSquare();
            case "{":
                return OpenBrace();
            case ")":
                return CloseParenthesis();
            case "]":
                return CloseSquare();
            case "}":
                return CloseBrace();
            case ";":
                return Semicolon();
            case ",":
                return Comma();
            case ":":
                return Colon();
            case "?":
                return Took(ScriptExpectation.Operand, Nest + ScriptNest.Conditional);
            case "." or "?.":
                return Took(ScriptExpectation.Property);
            case "=>":
                return Took(ScriptExpectation.ArrowBody) with { Async = Async && Expects == ScriptExpectation.Operator };
            case "++" or "--":
                return Step();
            case "*" when Expects == ScriptExpectation.FunctionHead:
                return Took(ScriptExpectation.FunctionHead, Nest + ScriptNest.IsGenerator);
            case "*" when Expects is ScriptExpectation.Key or ScriptExpectation.AfterKey:
                var member = NextKey("");
                return member with { Expects = ScriptExpectation.Key, Modifiers = member.Modifiers + ScriptNest.IsGenerator };
            case "...":
                return Took(ScriptExpectation.Operand);
            case "@":
                return Took(ScriptExpectation.Unknown);
            default:
                return Took(Expects == ScriptExpectation.Key ? ScriptExpectation.Unknown : ScriptExpectation.Operand);
        }
    }

    // ECMA-262 §13.4: no line end may stand between an operand and its "++".
    private ScriptSyntax Step() =>
        Took(
            Expects switch
            {
                ScriptExpectation.Operator or ScriptExpectation.Async when !Newline => ScriptExpectation.Operator,
                ScriptExpectation.Unknown or ScriptExpectation.Key or ScriptExpectation.AfterKey or ScriptExpectation.Let =>
                    ScriptExpectation.Unknown,
                _ => ScriptExpectation.Operand,
            }
        );

    private ScriptSyntax Semicolon()
    {
        var ended = this with { Nest = ScriptNest.Strip(Nest) };
        if (IsInForHead)
            return ended.Took(ScriptExpectation.Operand);
        return ScriptNest.Bracket(Nest) switch
        {
            ScriptNest.ClassBody => ended.NewMember(),
            ScriptNest.Uncertain => ended.Took(ScriptExpectation.Statement).Settled(),
            _ when ScriptNest.HoldsStatements(Nest) => ended.Took(ScriptExpectation.Statement).Settled(),
            _ => ended.Took(ScriptExpectation.Unknown),
        };
    }

    private ScriptSyntax Comma()
    {
        // A statement may have ended since the list began, unseen: then this is an operator.
        if (ScriptNest.Top(Nest) == ScriptNest.Bindings)
            return Took(ScriptExpectation.Binding) with { Before = ScriptExpectation.Unknown };
        return ScriptNest.Bracket(Nest) switch
        {
            ScriptNest.Object => NewMember(),
            ScriptNest.Uncertain or ScriptNest.Lost or ScriptNest.ClassBody => Took(ScriptExpectation.Unknown),
            _ => Took(ScriptExpectation.Operand),
        };
    }

    private ScriptSyntax Colon()
    {
        if (ScriptNest.Top(Nest) == ScriptNest.Conditional)
            return Took(ScriptExpectation.Operand, ScriptNest.Pop(Nest));
        if (ScriptNest.Top(Nest) == ScriptNest.Case)
            return Took(ScriptExpectation.Statement, ScriptNest.Pop(Nest));
        if (ScriptNest.MayHoldMembers(Nest) && ScriptNest.Bracket(Nest) != ScriptNest.Object)
            return Took(ScriptExpectation.Unknown);
        return Took(
            Expects switch
            {
                ScriptExpectation.AfterKey => ScriptExpectation.Operand,
                ScriptExpectation.Default => ScriptExpectation.Statement,
                ScriptExpectation.Operator when Word.Length > 0 && ScriptNest.HoldsStatements(Nest) => ScriptExpectation.Statement,
                _ => ScriptExpectation.Unknown,
            }
        );
    }

    private ScriptSyntax OpenParenthesis() =>
        Expects switch
        {
            ScriptExpectation.Head or ScriptExpectation.FunctionHead => Open(ScriptNest.Head.ToString(), ScriptExpectation.Operand),
            ScriptExpectation.AfterKey => Open(ScriptNest.Method + Modifiers + ScriptNest.Head, ScriptExpectation.Operand),
            ScriptExpectation.Async => Open(ScriptNest.AsyncGroup.ToString(), ScriptExpectation.Operand),
            _ => Open(ScriptNest.Group.ToString(), ScriptExpectation.Operand),
        };

    private ScriptSyntax OpenSquare()
    {
        if (Expects is not (ScriptExpectation.Key or ScriptExpectation.AfterKey))
            return Open(ScriptNest.Array.ToString(), ScriptExpectation.Operand);
        var member = NextKey("");
        return member.Open(ScriptNest.ComputedKey.ToString(), ScriptExpectation.Operand) with { Modifiers = member.Modifiers };
    }

    private ScriptSyntax OpenBrace()
    {
        switch (Expects)
        {
            case ScriptExpectation.Statement:
                return OpenBlock();
            case ScriptExpectation.Operand or ScriptExpectation.ExportDefault or ScriptExpectation.Binding:
                return OpenObject();
            case ScriptExpectation.Return:
                return Newline ? OpenBlock() : OpenObject();
            case ScriptExpectation.Jump when Newline:
                return OpenBlock();
            case ScriptExpectation.Let when !Newline:
                return (this with { Nest = Nest + ScriptNest.Bindings }).OpenObject();
            case ScriptExpectation.ArrowBody:
                string marker = ScriptNest.Arrow + (Async ? ScriptNest.IsAsync.ToString() : "");
                return Open(marker + ScriptNest.FunctionBody, ScriptExpectation.Statement);
            case ScriptExpectation.FunctionBody:
                return Open(ScriptNest.FunctionBody.ToString(), ScriptExpectation.Statement);
            case ScriptExpectation.SwitchBody:
                return Open(ScriptNest.SwitchBody.ToString(), ScriptExpectation.Statement);
            // A catch without a binding.
            case ScriptExpectation.Head:
                return (this with { Nest = ScriptNest.Pop(Nest) }).OpenBlock();
            case ScriptExpectation.AfterKey when Word == "static" && ScriptNest.Bracket(Nest) == ScriptNest.ClassBody:
                return Open(ScriptNest.StaticBlock.ToString(), ScriptExpectation.Statement);
        }
        bool isClass = ScriptNest.Top(Nest) is ScriptNest.ClassDeclaration or ScriptNest.ClassExpression or ScriptNest.UncertainClass;
        if (
            isClass
            && Expects is ScriptExpectation.ClassHead or ScriptExpectation.Operator or ScriptExpectation.End or ScriptExpectation.Unknown
        )
        {
            return Open(ScriptNest.ClassBody.ToString(), ScriptExpectation.Key) with { Modifiers = "" };
        }
        bool endsOperand = Expects is ScriptExpectation.Operator or ScriptExpectation.End or ScriptExpectation.Async;
        if (endsOperand && Newline && ScriptNest.HoldsStatements(Nest))
            return (this with { Nest = ScriptNest.Strip(Nest) }).OpenBlock();
        // Where no statement can end, an operand cannot have either.
        bool isOperand =
            Expects == ScriptExpectation.Unknown
            && ScriptNest.Bracket(Nest) is ScriptNest.Group or ScriptNest.Array or ScriptNest.Substitution;
        return isOperand ? OpenObject() : Open(ScriptNest.Uncertain.ToString(), ScriptExpectation.Unknown);
    }

    private ScriptSyntax OpenBlock() => Open(ScriptNest.Block.ToString(), ScriptExpectation.Statement);

    private ScriptSyntax OpenObject() => Open(ScriptNest.Object.ToString(), ScriptExpectation.Key) with { Modifiers = "" };

    private ScriptSyntax Open(string nest, ScriptExpectation expects) => Took(expects, Nest + nest);
}
