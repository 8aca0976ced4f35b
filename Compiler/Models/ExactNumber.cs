using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// The numbers of attributes as their author wrote them. An attribute cannot have a decimal, so <c>0.1</c> arrives as the double nearest to
/// it, and a whole number beyond 2⁵³ as another one.
/// </summary>
internal sealed class ExactNumber(Compilation compilation)
{
    /// <summary>The argument of that name.</summary>
    /// <returns>Null when no decimal is that number.</returns>
    public decimal? Named(AttributeData data, string name, TypedConstant value) =>
        Of(Arguments(data).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression, value);

    /// <summary>One of the arguments without a name.</summary>
    /// <param name="data">The attribute.</param>
    /// <param name="index">Which one.</param>
    /// <param name="count">How many there are; where they stand in an array, fewer are written.</param>
    /// <param name="value">The value that it has.</param>
    /// <returns>Null when no decimal is that number.</returns>
    public decimal? At(AttributeData data, int index, int count, TypedConstant value)
    {
        List<AttributeArgumentSyntax> written = [.. Arguments(data).Where(argument => argument is { NameEquals: null, NameColon: null })];
        return Of(written.Count == count ? written[index].Expression : null, value);
    }

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeData data) =>
        (data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments ?? [];

    private decimal? Of(ExpressionSyntax? written, TypedConstant value)
    {
        if (written is null)
            return OfValue(value.Value);
        var bare = Unsigned(written, out bool isNegative);
        if (bare is LiteralExpressionSyntax { Token: { Value: double or float } token })
        {
            decimal? number = Parse(token.Text.Replace("_", "").TrimEnd('d', 'D', 'f', 'F'));
            return isNegative ? -number : number;
        }
        object? constant = compilation.GetSemanticModel(written.SyntaxTree).GetConstantValue(written).Value;
        return OfValue(constant) ?? OfValue(value.Value);
    }

    private static ExpressionSyntax Unsigned(ExpressionSyntax expression, out bool isNegative)
    {
        for (isNegative = false; ; )
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PrefixUnaryExpressionSyntax sign when sign.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression:
                    isNegative ^= sign.IsKind(SyntaxKind.UnaryMinusExpression);
                    expression = sign.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    private static decimal? OfValue(object? value) =>
        value switch
        {
            double number => Parse(number.ToString("R", CultureInfo.InvariantCulture)),
            float number => Parse(number.ToString("R", CultureInfo.InvariantCulture)),
            byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => null,
        };

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
