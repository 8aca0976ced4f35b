using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Stryke.Web.Compiler.Views.Code;
using Stryke.Web.Compiler.Views.Erb;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Models.Uses;

/// <summary>
/// Reads what the lambdas of a template ask of columns: those of a form that <c>FormFor</c> opened, and those of queries.
/// </summary>
internal sealed class TemplateLambdas
{
    // What a variable is, by the simple name of a type: the parameters, and for a form the model that it is for.
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly List<ColumnUse> _uses = [];
    private readonly TemplateCursor _cursor;

    private TemplateLambdas(TemplateCursor cursor) => _cursor = cursor;

    public static IEnumerable<ColumnUse> Read(string path, SourceText text)
    {
        var reader = new TemplateLambdas(new TemplateCursor(path, text));
        foreach (var token in ErbLexer.Lex(text.ToString()).Tokens)
        {
            if (token.Kind == ErbTokenKind.Parameters)
                reader.ReadParameters(token.Text);
            else if (token.Kind is ErbTokenKind.Code or ErbTokenKind.Value or ErbTokenKind.RawValue)
                reader.ReadCode(token);
        }
        return reader._uses;
    }

    private void ReadParameters(string text)
    {
        foreach ((var parameter, _) in ParameterReader.Read(text).Parameters)
        {
            string type = parameter.Type!.ToString().TrimEnd('?');
            _types[parameter.Identifier.ValueText] = type.Substring(type.LastIndexOf('.') + 1);
        }
    }

    private void ReadCode(ErbToken tag)
    {
        var tokens = CodeTokens.Of(tag.Text).Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            bool opensForm = tokens[i].ValueText == "FormFor" && Is(tokens, i - 1, SyntaxKind.EqualsToken);
            if (opensForm && ModelOf(tokens, i + 2) is { } model)
                _forms[tokens[i - 2].ValueText] = model;
            if (tokens[i].IsKind(SyntaxKind.EqualsGreaterThanToken))
                ReadLambda(tag, tokens, i);
        }
    }

    /// <summary>The model of a form's argument: a parameter of the view, or <c>new Post(…)</c>.</summary>
    private string? ModelOf(IReadOnlyList<SyntaxToken> tokens, int argument)
    {
        if (Is(tokens, argument, SyntaxKind.NewKeyword) && Is(tokens, argument + 1, SyntaxKind.IdentifierToken))
            return tokens[argument + 1].ValueText;
        return Is(tokens, argument, SyntaxKind.IdentifierToken) && _types.TryGetValue(tokens[argument].ValueText, out string? type)
            ? type
            : null;
    }

    private void ReadLambda(ErbToken tag, IReadOnlyList<SyntaxToken> tokens, int arrow)
    {
        bool hasParentheses = Is(tokens, arrow - 1, SyntaxKind.CloseParenToken);
        int name = hasParentheses ? arrow - 2 : arrow - 1;
        if (!Is(tokens, name, SyntaxKind.IdentifierToken) || RootOf(tokens, hasParentheses ? name - 1 : name) is not { } root)
            return;
        string model = _forms.TryGetValue(root, out string? form) ? form : root;
        for (int i = arrow + 1, depth = 0; i + 2 < tokens.Count && depth >= 0; i++)
        {
            if (tokens[i].Kind() is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                depth++;
            if (tokens[i].Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                depth--;
            bool isUse =
                tokens[i].ValueText == tokens[name].ValueText
                && !Is(tokens, i - 1, SyntaxKind.DotToken)
                && Is(tokens, i + 1, SyntaxKind.DotToken)
                && Is(tokens, i + 2, SyntaxKind.IdentifierToken)
                && !Is(tokens, i + 3, SyntaxKind.OpenParenToken);
            if (!isUse)
                continue;
            var member = tokens[i + 2];
            _uses.Add(new ColumnUse(model, member.ValueText, _cursor.Span(tag.Start + member.SpanStart, member.Span.Length)));
        }
    }

    /// <summary>
    /// What the chain of calls begins with that a lambda is an argument in: <c>Post</c> in <c>Post.All.Where(p => …)</c>.
    /// </summary>
    private static string? RootOf(IReadOnlyList<SyntaxToken> tokens, int inside)
    {
        int at = OpeningBefore(tokens, inside) - 1;
        while (Is(tokens, at, SyntaxKind.IdentifierToken) && Is(tokens, at - 1, SyntaxKind.DotToken))
        {
            at -= 2;
            if (Is(tokens, at, SyntaxKind.CloseParenToken))
                at = OpeningBefore(tokens, at) - 1;
        }
        return Is(tokens, at, SyntaxKind.IdentifierToken) ? tokens[at].ValueText : null;
    }

    /// <summary>The parenthesis that is open before a place, or -1.</summary>
    private static int OpeningBefore(IReadOnlyList<SyntaxToken> tokens, int place)
    {
        int depth = 0;
        for (int i = place - 1; i >= 0; i--)
        {
            if (tokens[i].IsKind(SyntaxKind.CloseParenToken))
                depth++;
            else if (tokens[i].IsKind(SyntaxKind.OpenParenToken) && depth-- == 0)
                return i;
        }
        return -1;
    }

    private static bool Is(IReadOnlyList<SyntaxToken> tokens, int index, SyntaxKind kind) =>
        index >= 0 && index < tokens.Count && tokens[index].IsKind(kind);
}
