using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>What is wrong with routes that could be read: dead ends, doubles, routes that nothing reaches.</summary>
internal static class RouteChecks
{
    public static IEnumerable<DiagnosticInfo> Check(RouteTable table) =>
        table
            .Drawing.Diagnostics.Concat(CheckControllers(table))
            .Concat(CheckActions(table))
            .Concat(CheckDoubles(Led(table)))
            .Concat(CheckNames(Led(table)));

    /// <summary>For each route whether it can be reached; a double of an earlier one cannot.</summary>
    public static bool IsReachable(EquatableArray<RouteModel> routes, int index) => Earlier(routes, index) is null;

    /// <summary>The routes that lead to a controller: of those that do not, nothing more is said.</summary>
    private static EquatableArray<RouteModel> Led(RouteTable table) =>
        table.Drawing.Routes.Where(route => table.ControllerOf(route.Controller) is not null).ToEquatableArray();

    private static IEnumerable<DiagnosticInfo> CheckControllers(RouteTable table) =>
        table
            .Drawing.Controllers.Where(use => table.ControllerOf(use.Token) is null)
            .GroupBy(use => (use.Token, use.Where))
            .Select(g => g.First())
            .Select(use =>
                DiagnosticInfo.At(use.Where, RoutesDiagnostics.ControllerMissing, use.Token + "Controller", Instead(table, use.Token))
            );

    private static string Instead(RouteTable table, string token) =>
        table.Meant(token) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"write 'public sealed partial class {token.Substring(token.LastIndexOf('.') + 1)}Controller : ApplicationController'";

    private static IEnumerable<DiagnosticInfo> CheckActions(RouteTable table)
    {
        var missing = table.Drawing.Routes.Where(r =>
            table.ControllerOf(r.Controller) is { } c && table.ActionOf(r) is null && !c.Faulty.Contains(r.Action)
        );
        foreach (var route in missing.GroupBy(r => (r.Target, r.Action)).Select(g => g.First()))
        {
            var controller = table.ControllerOf(route.Controller)!;
            // The name of a resource's action is not written in Draw: there, leaving the route out is said with except.
            bool isWritten = route.Target.Span.Length > route.Controller.Length + 1;
            string how = isWritten ? "" : $" with 'except: [{route.Action}]'";
            string instead =
                isWritten && NearestName.Of(route.Action, controller.Actions.Select(a => a.Name).Concat(controller.Faulty)) is { } nearest
                    ? $"did you mean '{nearest}'?"
                    : $"write 'public Result {route.Action}(…)', or remove the route{how}";
            yield return DiagnosticInfo.At(route.Target, RoutesDiagnostics.ActionMissing, controller.Name, route.Action, instead);
        }
    }

    private static IEnumerable<DiagnosticInfo> CheckDoubles(EquatableArray<RouteModel> routes)
    {
        for (int i = 0; i < routes.Count; i++)
        {
            if (Earlier(routes, i) is not { } earlier)
                continue;
            var route = routes[i];
            yield return route.Pattern == earlier.Pattern
                ? DiagnosticInfo.At(
                    route.Where,
                    RoutesDiagnostics.DuplicateRoute,
                    route.Text,
                    $"{earlier.Controller}.{earlier.Action}",
                    $"{earlier.Line}"
                )
                : DiagnosticInfo.At(route.Where, RoutesDiagnostics.ShadowedRoute, route.Text, earlier.Text, $"{earlier.Line}");
        }
    }

    /// <summary>
    /// The route before this one that takes all its paths. Only routes of one shape can: a more specific one is tried first, wherever it
    /// stands.
    /// </summary>
    private static RouteModel? Earlier(EquatableArray<RouteModel> routes, int index)
    {
        var route = routes[index];
        var same = routes
            .Take(index)
            .Where(r =>
                r.Verb == route.Verb && r.Shape == route.Shape && string.Equals(r.Host, route.Host, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        // One that is limited to some formats is tried before one that takes any.
        return route.Formats.Count == 0
            ? same.FirstOrDefault(r => r.Formats.Count == 0)
            : same.FirstOrDefault(r => r.Formats.Count > 0 && route.Formats.All(f => same.Any(s => s.Formats.Contains(f))));
    }

    private static IEnumerable<DiagnosticInfo> CheckNames(EquatableArray<RouteModel> routes)
    {
        foreach (var named in routes.Where(r => r.PathName is not null).GroupBy(r => r.PathName))
        {
            var first = named.First();
            foreach (var other in named.Where(r => r.Pattern != first.Pattern).GroupBy(r => r.Pattern).Select(g => g.First()))
            {
                if (other.Shape == first.Shape)
                    continue; // said as shadowed or the same path under another method
                yield return DiagnosticInfo.At(
                    other.Where,
                    RoutesDiagnostics.PathNameTaken,
                    first.PathName!,
                    first.Pattern,
                    $"{first.Line}"
                );
            }
        }
    }
}
