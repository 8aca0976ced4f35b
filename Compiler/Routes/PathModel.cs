using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>One member of <c>Paths</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Route">The first route of that path.</param>
/// <param name="Plain">Its captures as numbers and texts.</param>
/// <param name="Typed">Its captures with models in place of their ids; the same where there are none.</param>
/// <param name="Query">What the action that answers GET takes beside the captures.</param>
internal sealed record PathModel(
    string Name,
    RouteModel Route,
    List<PathParameter> Plain,
    List<PathParameter> Typed,
    List<ParameterModel> Query
)
{
    public bool IsStatic => Route.IsStatic;

    public static IEnumerable<PathModel> All(RouteTable table, EquatableArray<ModelType> models)
    {
        foreach (var named in table.Drawing.Routes.Where(r => r.PathName is not null).GroupBy(r => r.PathName!))
        {
            // Another pattern of the same name is STRYKE107; the first one keeps it.
            List<RouteModel> routes = [.. named.Where(r => r.Pattern == named.First().Pattern)];
            var route = routes[0];
            List<PathParameter> plain = [.. route.Captures.Select(c => PlainOf(c, route, routes, table))];
            List<PathParameter> typed = [.. route.Captures.Zip(plain, (capture, parameter) => OfModel(capture, models) ?? parameter)];
            yield return new PathModel(named.Key, route, plain, typed, QueryOf(routes, table));
        }
    }

    /// <summary>A name as C# can say it where it is a keyword.</summary>
    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Forms say what they send by their fields; only a page that is asked for has its parameters in the query.</summary>
    private static List<ParameterModel> QueryOf(List<RouteModel> routes, RouteTable table)
    {
        var page = routes.FirstOrDefault(r => r.Verb == "Get");
        var action = page is null ? null : table.ActionOf(page);
        return
        [
            .. (action?.Parameters ?? EquatableArray<ParameterModel>.Empty).Where(p =>
                p.Kind is not (ParameterKind.File or ParameterKind.Files) && !page!.Captures.Any(c => IsBoundTo(p, c))
            ),
        ];
    }

    private static bool IsBoundTo(ParameterModel parameter, RouteCapture capture) =>
        parameter.RequestName == capture.Name || parameter.Name == capture.Name;

    /// <summary>Typed like the parameter that the action binds it to; ids are numbers and everything else is text when no action
    /// says.</summary>
    private static PathParameter PlainOf(RouteCapture capture, RouteModel route, List<RouteModel> routes, RouteTable table)
    {
        string name = Identifier(capture.Name);
        string? bound = routes
            .Select(table.ActionOf)
            .SelectMany(a => a?.Parameters ?? EquatableArray<ParameterModel>.Empty)
            .FirstOrDefault(p => IsBoundTo(p, capture))
            ?.TypeName;
        bool isId = capture.Name == "id" || capture.Name.EndsWith("_id", StringComparison.Ordinal);
        bool isGlob = route.Segments.Any(s => s.Kind == SegmentKind.Glob && s.Name == capture.Name);
        string type = isGlob
            ? "string"
            : bound switch
            {
                "long" or "int" or "short" or "byte" or "uint" => "long",
                "global::System.Guid" => bound,
                "string" => "string",
                _ => bound is null && isId ? "long" : "string",
            };
        return new PathParameter(type, name, name, IsPublic: true);
    }

    private static PathParameter? OfModel(RouteCapture capture, EquatableArray<ModelType> models)
    {
        string name =
            capture.Model
            ?? (
                capture.Name.EndsWith("_id", StringComparison.Ordinal)
                    ? Naming.PascalCase(capture.Name.Substring(0, capture.Name.Length - 3))
                    : ""
            );
        if (models.FirstOrDefault(m => m.Name == name) is not { } model)
            return null;
        string identifier = Identifier(model.Name);
        return new PathParameter(model.TypeName, identifier, identifier + ".ToParam()", model.IsPublic);
    }

    private static string Identifier(string name)
    {
        string pascal = Naming.PascalCase(name);
        return Escaped(char.ToLowerInvariant(pascal[0]) + pascal.Substring(1));
    }
}
