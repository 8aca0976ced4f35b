using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

// What stands in the parentheses of a call.
internal sealed partial class DrawReader
{
    public bool TryReadAction(ExpressionSyntax expression, out string controller, out string action)
    {
        string? dotted = CallArguments.Dotted(expression);
        int dot = dotted?.LastIndexOf('.') ?? -1;
        controller = dot > 0 ? dotted!.Substring(0, dot) : "";
        action = dot > 0 ? dotted!.Substring(dot + 1) : "";
        if (dot > 0)
            Controllers.Add(new ControllerUse(controller, Span(((MemberAccessExpressionSyntax)expression).Expression)));
        else if (dotted is null && !CallArguments.IsRefused(expression))
            Unreadable(expression, "name the action as Posts.Index");
        return dot > 0;
    }

    private bool TryReadPattern(ExpressionSyntax expression, List<RouteSegment> segments)
    {
        if (CallArguments.Literal(expression) is not { } pattern)
        {
            Unreadable(expression, "write the pattern as a literal string");
            return false;
        }
        if (PatternReader.TryRead(pattern, segments, out string problem, out int at))
            return true;
        Add(DiagnosticInfo.At(InsideLiteral((LiteralExpressionSyntax)expression, at), RoutesDiagnostics.BadPattern, problem));
        return false;
    }

    private bool TryReadText(ExpressionSyntax? expression, out string? text)
    {
        text = CallArguments.Literal(expression);
        if (expression is null || text is not null)
            return true;
        Unreadable(expression, "write it as a literal string");
        return false;
    }

    private bool TryReadTexts(ExpressionSyntax? expression, out EquatableArray<string> texts)
    {
        texts = EquatableArray<string>.Empty;
        if (expression is null)
            return true;
        if (CallArguments.Items(expression) is { } items && items.All(i => CallArguments.Literal(i) is not null))
        {
            texts = items.Select(i => CallArguments.Literal(i)!).ToEquatableArray();
            return true;
        }
        Unreadable(expression, "write it as a list of literal strings: [\"json\", \"atom\"]");
        return false;
    }

    /// <summary>A place within a plain literal, so that the squiggle stands under the segment that is wrong.</summary>
    private static SourceSpan InsideLiteral(LiteralExpressionSyntax literal, int at)
    {
        string source = literal.Token.Text,
            value = literal.Token.ValueText;
        if (source.Length != value.Length + 2 || at >= value.Length)
            return Span(literal); // escapes: the whole literal
        int slash = value.IndexOf('/', at);
        int start = literal.SpanStart + 1 + at,
            length = Math.Max(1, (slash < 0 ? value.Length : slash) - at);
        return SourceSpan.Of(Location.Create(literal.SyntaxTree, new TextSpan(start, length)));
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) =>
        lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } list } => list[0].Identifier.ValueText,
            _ => null,
        };
}
