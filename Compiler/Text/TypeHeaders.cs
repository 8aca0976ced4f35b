using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Text;

/// <summary>
/// How another part of a class begins that stands in other types: <c>partial class Outer</c>, <c>partial class Inner&lt;T&gt;</c>.
/// </summary>
internal static class TypeHeaders
{
    /// <summary>
    /// The headers from the outermost type to the class itself; empty when one of them is not <c>partial</c>, so that it can have no other
    /// part.
    /// </summary>
    public static EquatableArray<string> Of(ClassDeclarationSyntax declaration)
    {
        List<TypeDeclarationSyntax> types = [.. declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()];
        return types.All(type => type.Modifiers.Any(SyntaxKind.PartialKeyword))
            ? types.Select(Header).ToEquatableArray()
            : EquatableArray<string>.Empty;
    }

    private static string Header(TypeDeclarationSyntax type)
    {
        string kind = type is RecordDeclarationSyntax { ClassOrStructKeyword.Text: { Length: > 0 } more }
            ? $"record {more}"
            : type.Keyword.Text;
        return $"partial {kind} {type.Identifier.Text}{type.TypeParameterList}";
    }
}
