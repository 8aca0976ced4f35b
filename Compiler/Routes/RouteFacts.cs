using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>What other generators may know of the routes.</summary>
internal static class RouteFacts
{
    private const string Suffix = "Controller";

    /// <summary>
    /// The names of the resources at the top of <c>Draw</c>, in its order: <c>Posts</c> for <c>Resources(Posts)</c>. For each,
    /// <c>Paths</c> has <c>Posts</c> and <c>Post(model)</c>; a resource that <c>only:</c> or <c>except:</c> leaves without either is not
    /// here.
    /// </summary>
    internal static IncrementalValueProvider<EquatableArray<string>> ResourceNames(IncrementalGeneratorInitializationContext context) =>
        RouteSyntax
            .Drawings(context)
            .Combine(ControllerNames(context))
            .Select(
                static (both, _) =>
                    both
                        .Left.SelectMany(d => d.TopResources)
                        .Select(token => both.Right.Contains(token) ? token : NearestName.Of(token, both.Right) ?? token)
                        .Where(token => Routes.ResourceNames.Of(token).List == token)
                        .ToEquatableArray()
            );

    /// <summary>
    /// The controllers by name alone: a resource with the name of none is misspelt, and its paths are those of the nearest.
    /// </summary>
    private static IncrementalValueProvider<EquatableArray<string>> ControllerNames(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) =>
                    node is ClassDeclarationSyntax type && type.Identifier.ValueText.EndsWith(Suffix, StringComparison.Ordinal),
                static (syntax, _) => ((ClassDeclarationSyntax)syntax.Node).Identifier.ValueText
            )
            .Collect()
            .Select(
                static (names, _) =>
                    names
                        .Select(name => name.Substring(0, name.Length - Suffix.Length))
                        .Distinct()
                        .OrderBy(name => name, StringComparer.Ordinal)
                        .ToEquatableArray()
            );
}
