using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Everything that one <c>Draw</c> says.</summary>
/// <param name="Namespace">The namespace of the app's route map; empty for none.</param>
/// <param name="ClassName">The name of the route map (<c>Routes</c>).</param>
/// <param name="Where">Where the class is named.</param>
/// <param name="Routes">The routes in order.</param>
/// <param name="Controllers">The tokens of controllers that <c>Draw</c> names, whether the controllers exist or not, and where.</param>
/// <param name="TopResources">The resources at the top that have paths for the list and for one.</param>
/// <param name="Misspelt">Names that were meant as one of the map's own, which <paramref name="Diagnostics"/> say.</param>
/// <param name="Diagnostics">What could not be read.</param>
internal sealed record RouteDrawing(
    string Namespace,
    string ClassName,
    SourceSpan Where,
    EquatableArray<RouteModel> Routes,
    EquatableArray<ControllerUse> Controllers,
    EquatableArray<string> TopResources,
    EquatableArray<MisspeltName> Misspelt,
    EquatableArray<DiagnosticInfo> Diagnostics
);
