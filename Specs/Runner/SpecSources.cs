using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Specs.Runner;

/// <summary>Specs as source: which of them assert nothing, directly or through the methods that they call.</summary>
internal static class SpecSources
{
    /// <summary>The specs that cannot fail but by an exception that nobody thought of.</summary>
    /// <param name="sources">The text of all files: a helper may stand in another one.</param>
    public static IEnumerable<string> WithoutAssertion(IEnumerable<string> sources)
    {
        var methods = sources
            .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Select(method => (Method: method, Name: method.Identifier.Text, Calls: Calls(method).ToHashSet()))
            .ToList();

        // By name alone, so that a helper of the same name elsewhere may hide a spec that asserts nothing, and no spec is accused in error.
        HashSet<string> asserting = ["Assert", "QuickCheckThrowOnFailure"];
        while (methods.Count(method => method.Calls.Overlaps(asserting) && asserting.Add(method.Name)) > 0) { }
        return methods.Where(method => IsSpec(method.Method) && !method.Calls.Overlaps(asserting)).Select(method => Title(method.Method));
    }

    private static bool IsSpec(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    private static string Title(MethodDeclarationSyntax method) =>
        $"{method.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text}.{method.Identifier.Text}";

    private static bool IsSkip(SimpleNameSyntax assertion) => assertion.Identifier.Text.StartsWith("Skip", StringComparison.Ordinal);

    /// <summary>The names of what a method calls or hands on; <c>Assert</c> for each assertion, which a skip is not.</summary>
    private static IEnumerable<string> Calls(MethodDeclarationSyntax method)
    {
        foreach (var name in method.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.Text is not ("Assert" or "Eventually"))
                yield return name.Identifier.Text;
            else if (name.Parent is MemberAccessExpressionSyntax access && !IsSkip(access.Name))
                yield return "Assert";
        }
    }
}
