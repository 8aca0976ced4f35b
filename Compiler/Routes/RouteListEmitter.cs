using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Writes <c>Routes.All</c>: the routes for people and tools.</summary>
internal static class RouteListEmitter
{
    public static string Emit(RouteTable table, string projectFolder)
    {
        var drawing = table.Drawing;
        var code = new CodeWriter().Header($"Draw of {drawing.ClassName}");
        if (drawing.Namespace.Length > 0)
            code.Line($"namespace {drawing.Namespace};").Line();
        using (code.Block($"partial class {drawing.ClassName}"))
        {
            code.Line("/// <summary>All routes in the order of <c>Draw</c>; the place of a route here is its id.</summary>");
            code.Line(
                "public static global::System.Collections.Generic.IReadOnlyList<global::Stryke.Web.Routing.RouteInfo> All { get; } ="
            );
            code.Line("[");
            foreach (var route in drawing.Routes)
                code.Line($"    {Info(route, table, projectFolder)},");
            code.Line("];");
        }
        return code.ToString();
    }

    private static string Info(RouteModel route, RouteTable table, string projectFolder)
    {
        string controller = table.ControllerOf(route.Controller)?.NameBelow(table.Drawing.Namespace) ?? route.Controller + "Controller";
        string name = route.PathName is null ? "null" : Literal(route.PathName);
        string captures =
            route.Captures.Count == 0 ? "" : $"Parameters = [{string.Join(", ", route.Captures.Select(c => Literal(c.Name)))}]";
        string host = route.Host is null ? "" : $"Host = {Literal(route.Host)}";
        string api = table.ControllerOf(route.Controller) is { IsApi: true } ? "IsApi = true" : "";
        string more = string.Join(", ", new[] { captures, host, api }.Where(t => t.Length > 0));
        return $"new({Literal(route.Method)}, {Literal(route.Pattern)}, {Literal(controller)}, {Literal(route.Action)}, {name}, "
            + $"{Literal(Relative(route.Where.Path, projectFolder))}, {route.Line})"
            + (more.Length > 0 ? $" {{ {more} }}" : "");
    }

    /// <summary>The file as seen from the project, so that the same sources make the same program wherever they lie.</summary>
    private static string Relative(string path, string projectFolder) =>
        projectFolder.Length > 0 && path.StartsWith(projectFolder, StringComparison.Ordinal)
            ? path.Substring(projectFolder.Length).TrimStart('/', '\\').Replace('\\', '/')
            : path;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
