using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>
/// All the C# of a template as one block, each token at the offset that it has in the template, so that statements which go on over
/// several tags can be parsed as what they are. A value is <c>_=(value);</c>, which fits between the marks of its tag.
/// </summary>
/// <param name="length">The length of the template.</param>
internal sealed class CodeOutline(int length)
{
    // The block's opening brace comes before everything.
    private const int BraceLength = 1;

    private readonly char[] _code = Blank(length);
    private readonly HashSet<int> _values = [];

    /// <summary>Adds the statements of a tag, whose text starts at <paramref name="offset"/>. Comments are left out.</summary>
    public void AddCode(IReadOnlyList<SyntaxToken> tokens, int offset)
    {
        foreach (var token in tokens)
            token.Text.CopyTo(0, _code, offset + token.SpanStart, token.Text.Length);
    }

    /// <summary>Adds the value of the tag that starts at <paramref name="tagStart"/>.</summary>
    public void AddValue(IReadOnlyList<SyntaxToken> tokens, int tagStart, int offset, int end)
    {
        "_=(".CopyTo(0, _code, tagStart, 3);
        ");".CopyTo(0, _code, end, 2);
        AddCode(tokens, offset);
        _values.Add(tagStart);
    }

    /// <summary>The block; null when its tags do not add up to C#.</summary>
    public BlockSyntax? Parse()
    {
        var statement = SyntaxFactory.ParseStatement("{" + new string(_code) + "}");
        return statement is BlockSyntax block && !block.ContainsDiagnostics ? block : null;
    }

    /// <summary>What a statement writes when it is the value of a tag or <c>Out.Text(…)</c>; null for any other.</summary>
    public ExpressionSyntax? Written(ExpressionStatementSyntax statement) =>
        statement.Expression switch
        {
            AssignmentExpressionSyntax value when _values.Contains(OffsetOf(statement)) => value.Right,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax member,
                ArgumentList.Arguments: { Count: 1 } arguments
            } => Written(member, arguments[0].Expression),
            _ => null,
        };

    /// <summary>Where a node stands in the template.</summary>
    public static int OffsetOf(SyntaxNode node) => node.SpanStart - BraceLength;

    private static ExpressionSyntax? Written(MemberAccessExpressionSyntax called, ExpressionSyntax argument) =>
        called.Name.Identifier.Text switch
        {
            "Text" when called.Expression.ToString() is "Out" or "this.Out" => argument,
            "Render" when argument is ThisExpressionSyntax => called.Expression,
            _ => null,
        };

    private static char[] Blank(int length)
    {
        char[] blank = new char[length];
        for (int i = 0; i < length; i++)
            blank[i] = ' ';
        return blank;
    }
}
