using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views;

/// <summary>Finds the static classes of <c>app/helpers</c>, whose methods templates call by name alone.</summary>
internal static class HelperClasses
{
    private const string Folder = "app/helpers/";

    public static IncrementalValueProvider<EquatableArray<string>> In(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) =>
                    node is ClassDeclarationSyntax { TypeParameterList: null, Parent: not TypeDeclarationSyntax } type
                    && type.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && IsInFolder(type.SyntaxTree.FilePath),
                static (found, cancel) =>
                    found.SemanticModel.GetDeclaredSymbol(found.Node, cancel)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                    ?? ""
            )
            .Collect()
            .Select(
                static (names, _) =>
                    names.Where(name => name.Length > 0).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray()
            )
            .WithTrackingName(TrackingNames.Helpers);

    private static bool IsInFolder(string path)
    {
        string slashed = path.Replace('\\', '/');
        return slashed.StartsWith(Folder, StringComparison.Ordinal) || slashed.Contains("/" + Folder);
    }
}
