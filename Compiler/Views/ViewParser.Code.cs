using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Views.Code;
using Stryke.Web.Compiler.Views.Erb;
using Stryke.Web.Compiler.Views.Model;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views;

// The C# of tags.
internal sealed partial class ViewParser
{
    private void ReadParameters(ErbToken token)
    {
        if (ParameterReader.Using(token.Text) is { } import)
        {
            _usings.Add(import);
            return;
        }
        (IReadOnlyList<(ParameterSyntax, int)> parameters, string? error, int errorOffset) = ParameterReader.Read(token.Text);
        if (SwallowsTag(token, error is not null))
            return;
        if (error is not null)
            Report(token.Start + errorOffset, 1, ViewsDiagnostics.MalformedParameters, error);
        foreach ((var parameter, int offset) in parameters)
        {
            int start = token.Start + offset,
                name = parameter.Identifier.SpanStart - parameter.SpanStart;
            if (_parameters.Exists(other => other.Name == parameter.Identifier.Text))
            {
                string problem = $"two of them are called '{parameter.Identifier.Text}'";
                Report(start, parameter.Span.Length, ViewsDiagnostics.MalformedParameters, problem);
                continue;
            }
            var type = parameter.Type as NullableTypeSyntax;
            _parameters.Add(
                new ViewParameter(
                    (type?.ElementType ?? parameter.Type!).ToString(),
                    type is not null,
                    parameter.Identifier.Text,
                    parameter.Default is null ? "" : parameter.ToString().Substring(name),
                    _cursor.Lines(start, parameter.Span.Length),
                    _cursor.Lines(start + name, parameter.Span.Length - name)
                )
            );
        }
    }

    /// <summary>The C# tokens of a tag, once what the compiler answers for in them is looked at; null when they are not C#.</summary>
    private IReadOnlyList<SyntaxToken>? Tokens(ErbToken token)
    {
        (var tokens, string? error, int errorOffset) = CodeTokens.Of(token.Text);
        if (SwallowsTag(token, error is not null || ViewReferences.HoldsTag(tokens)))
            return null;
        if (error is not null)
        {
            Report(token.Start + errorOffset, 1, ViewsDiagnostics.MalformedCode, error);
            return null;
        }
        foreach ((string name, int offset, int length) in ViewReferences.Views(tokens))
        {
            _references.Add(new ViewReference(name, _cursor.Span(token.Start + offset, length)));
        }
        if (!_name.IsInLayouts)
        {
            foreach ((int offset, int length) in ViewReferences.Yields(tokens))
                Report(token.Start + offset, length, ViewsDiagnostics.YieldOutsideLayout);
        }
        return tokens;
    }

    /// <summary>
    /// A tag that lacks its end goes on to the end of the next one: what does not read as C# and holds the start of a tag is
    /// reported as that, where it starts.
    /// </summary>
    private bool SwallowsTag(ErbToken token, bool isOddCode)
    {
        bool swallows = isOddCode && token.Text.Contains("<%");
        if (swallows)
            Report(token.TagStart, 2, ViewsDiagnostics.UnterminatedTag);
        return swallows;
    }

    private static (string Problem, int Offset)? NotAnExpression(IReadOnlyList<SyntaxToken> tokens, string expression)
    {
        if (tokens.Count == 0)
            return ("a value is missing", 0);
        if (tokens[tokens.Count - 1].IsKind(SyntaxKind.SemicolonToken))
            return ("a value is an expression, without ';'", expression.Length - 1);
        foreach (var diagnostic in SyntaxFactory.ParseExpression(expression, consumeFullText: true).GetDiagnostics())
        {
            string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            return (message, Math.Min(diagnostic.Location.SourceSpan.Start, expression.Length));
        }
        return null;
    }
}
