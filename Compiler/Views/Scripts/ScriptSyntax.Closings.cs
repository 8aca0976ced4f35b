namespace Stryke.Web.Compiler.Views.Scripts;

/// <content>Closing brackets: what follows depends on what they close.</content>
internal readonly partial record struct ScriptSyntax
{
    /// <summary>Whether a closing brace goes back into a template literal.</summary>
    public bool EndsSubstitution => ScriptNest.Bracket(Nest) == ScriptNest.Substitution;

    /// <summary>After <c>${</c>.</summary>
    public ScriptSyntax OpenSubstitution() => Open(ScriptNest.Substitution.ToString(), ScriptExpectation.Operand);

    public ScriptSyntax CloseSubstitution() => Took(ScriptExpectation.Operator, ScriptNest.Pop(ScriptNest.Strip(Nest)));

    private ScriptSyntax? CloseParenthesis()
    {
        string below = ScriptNest.Pop(ScriptNest.Strip(Nest));
        switch (ScriptNest.Bracket(Nest))
        {
            case ScriptNest.Group:
                return Took(ScriptExpectation.Operator, below);
            case ScriptNest.AsyncGroup:
                return Took(ScriptExpectation.Operator, below) with { Async = true };
            case ScriptNest.Head:
                return AfterHead(below);
            case ScriptNest.Lost:
                return Took(ScriptExpectation.Unknown);
            default:
                return null;
        }
    }

    private ScriptSyntax AfterHead(string nest) =>
        ScriptNest.Top(nest) switch
        {
            ScriptNest.Control or ScriptNest.For => Took(ScriptExpectation.Statement, ScriptNest.Pop(nest)),
            ScriptNest.Switch => Took(ScriptExpectation.SwitchBody, ScriptNest.Pop(nest)),
            ScriptNest.UncertainHead => Took(ScriptExpectation.Unknown, ScriptNest.Pop(nest)),
            _ => Took(ScriptExpectation.FunctionBody, nest),
        };

    private ScriptSyntax? CloseSquare() =>
        ScriptNest.Bracket(Nest) switch
        {
            ScriptNest.Array => Took(ScriptExpectation.Operator, ScriptNest.Pop(ScriptNest.Strip(Nest))),
            ScriptNest.ComputedKey => Took(ScriptExpectation.AfterKey, ScriptNest.Pop(ScriptNest.Strip(Nest))),
            ScriptNest.Lost => Took(ScriptExpectation.Unknown),
            _ => null,
        };

    private ScriptSyntax? CloseBrace()
    {
        string below = ScriptNest.Pop(ScriptNest.Strip(Nest));
        switch (ScriptNest.Bracket(Nest))
        {
            case ScriptNest.Object:
                return Took(ScriptExpectation.Operator, below);
            case ScriptNest.Block or ScriptNest.SwitchBody:
                return Took(ScriptExpectation.Statement, below);
            case ScriptNest.StaticBlock:
                return (this with { Nest = below }).NewMember();
            case ScriptNest.Uncertain:
                return Took(ScriptExpectation.Unknown, below);
            case ScriptNest.FunctionBody:
                return AfterFunction(ScriptNest.WithoutFlags(below));
            case ScriptNest.ClassBody:
                return Took(AfterClass(ScriptNest.Top(below)), ScriptNest.Pop(below));
            case ScriptNest.Lost:
                return Took(ScriptExpectation.Unknown);
            default:
                return null;
        }
    }

    private ScriptSyntax AfterFunction(string nest)
    {
        string below = ScriptNest.Pop(nest);
        switch (ScriptNest.Top(nest))
        {
            case ScriptNest.FunctionDeclaration:
                return Took(ScriptExpectation.Statement, below);
            case ScriptNest.FunctionExpression:
                return Took(ScriptExpectation.Operator, below);
            case ScriptNest.Method when ScriptNest.Bracket(below) == ScriptNest.ClassBody:
                return (this with { Nest = below }).NewMember();
            case ScriptNest.Method or ScriptNest.Arrow:
                return Took(ScriptExpectation.End, below);
            default:
                return Took(ScriptExpectation.Unknown, below);
        }
    }

    private static ScriptExpectation AfterClass(char marker) =>
        marker switch
        {
            ScriptNest.ClassDeclaration => ScriptExpectation.Statement,
            ScriptNest.ClassExpression => ScriptExpectation.Operator,
            _ => ScriptExpectation.Unknown,
        };
}
