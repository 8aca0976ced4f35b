using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// A partial property that was declared wrongly, which a diagnostic says. It gets an empty other half all the same, so that the compiler
/// does not report the missing half on top.
/// </summary>
/// <param name="Declaration">Modifiers, type and name.</param>
/// <param name="Accessors">Its accessors: <c>get</c>, <c>private set</c>.</param>
internal sealed record StubProperty(string Declaration, string Accessors)
{
    public static StubProperty Of(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        string name = property.Type.ToDisplayString(KnownTypes.Qualified);
        var accessors =
            syntax.AccessorList?.Accessors.Select(accessor =>
                string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " ")) + accessor.Keyword.Text
            )
            ?? ["get"];
        return new StubProperty(
            $"{syntax.Modifiers.ToString().Trim()} {name} {property.Name}",
            string.Join(" ", accessors.Select(accessor => accessor + ";"))
        );
    }

    public void Write(CodeWriter code)
    {
        const string Body = " => throw new global::System.InvalidOperationException();";
        code.Line();
        using (code.Block(Declaration))
        {
            foreach (string accessor in Accessors.Split([';'], StringSplitOptions.RemoveEmptyEntries))
                code.Line(accessor.Trim() + Body);
        }
    }
}
