using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>What other generators may know of the routes.</summary>
internal static class RouteFacts
{
    /// <summary>
    /// The names of the resources at the top of <c>Draw</c>, in its order: <c>Posts</c> for <c>Resources(Posts)</c>. For each,
    /// <c>Paths</c> has <c>Posts</c> and <c>Post(model)</c>; a resource that <c>only:</c> or <c>except:</c> leaves without either is not here.
    /// </summary>
    internal static IncrementalValueProvider<EquatableArray<string>> ResourceNames(IncrementalGeneratorInitializationContext context) =>
        RouteSyntax.Drawings(context).Select(static (drawings, _) => drawings.SelectMany(d => d.TopResources).ToEquatableArray());
}
