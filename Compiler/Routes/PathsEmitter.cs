using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Writes <c>Paths</c>: a constant for each path without parameters, a typed method for each with some.</summary>
internal static class PathsEmitter
{
    private const string RoutePath = "global::Stryke.Web.Routing.RoutePath";

    public static string Emit(RouteTable table, EquatableArray<ModelType> models)
    {
        var code = new CodeWriter().Header($"Draw of {table.Drawing.ClassName}");
        if (table.Drawing.Namespace.Length > 0) code.Line($"namespace {table.Drawing.Namespace};").Line();
        code.Line("/// <summary>The paths of the app, for links and redirects.</summary>");
        using (code.Block("public static class Paths"))
        {
            bool isFirst = true;
            foreach (var named in table.Drawing.Routes.Where(r => r.PathName is not null).GroupBy(r => r.PathName!))
            {
                // Another pattern of the same name is STRYKE107; the first one keeps it.
                List<RouteModel> routes = [.. named.Where(r => r.Pattern == named.First().Pattern)];
                if (!isFirst) code.Line();
                isFirst = false;
                EmitPath(code, named.Key, routes, table, models);
            }
        }
        return code.ToString();
    }

    private static void EmitPath(CodeWriter code, string name, List<RouteModel> routes, RouteTable table, EquatableArray<ModelType> models)
    {
        RouteModel route = routes[0];
        if (route.IsStatic)
        {
            code.Line($"/// <summary><c>{route.Pattern}</c></summary>");
            code.Line($"public const string {name} = {SymbolDisplay.FormatLiteral(route.Pattern, quote: true)};");
            return;
        }
        List<PathParameter> plain = [.. route.Captures.Select(c => Plain(c, route, routes, table))];
        EmitMethod(code, name, route, plain, "public");
        List<PathParameter> typed = [.. route.Captures.Zip(plain, (capture, parameter) => OfModel(capture, models) ?? parameter)];
        if (typed.SequenceEqual(plain)) return;
        code.Line();
        EmitMethod(code, name, route, typed, typed.All(p => p.IsPublic) ? "public" : "internal");
    }

    private static void EmitMethod(CodeWriter code, string name, RouteModel route, List<PathParameter> parameters, string access)
    {
        // Literal text and values in turn.
        var parts = new List<string>();
        string text = "";
        int next = 0;
        void Value(string method)
        {
            parts.Add(SymbolDisplay.FormatLiteral(text, quote: true));
            parts.Add($"{RoutePath}.{method}({parameters[next++].Value})");
            text = "";
        }
        foreach (RouteSegment segment in route.Segments)
        {
            text += "/" + segment.Text;
            if (segment.Name.Length > 0) Value(segment.Kind == SegmentKind.Glob ? "Rest" : "Segment");
            if (!segment.HasFormat) continue;
            text += ".";
            Value("Segment");
        }
        if (text.Length > 0) parts.Add(SymbolDisplay.FormatLiteral(text, quote: true));
        code.Line($"/// <summary><c>{route.Pattern}</c></summary>");
        code.Line($"{access} static string {name}({string.Join(", ", parameters.Select(p => $"{p.TypeName} {p.Name}"))}) => {string.Join(" + ", parts)};");
    }

    /// <summary>Typed like the parameter that the action binds it to; ids are numbers and everything else is text when no action says.</summary>
    private static PathParameter Plain(RouteCapture capture, RouteModel route, List<RouteModel> routes, RouteTable table)
    {
        string name = Identifier(capture.Name);
        string? bound = routes.Select(table.ActionOf)
            .SelectMany(a => a?.Parameters ?? EquatableArray<ParameterModel>.Empty)
            .FirstOrDefault(p => p.RequestName == capture.Name || p.Name == capture.Name)?.TypeName;
        bool isId = capture.Name == "id" || capture.Name.EndsWith("_id", StringComparison.Ordinal);
        bool isGlob = route.Segments.Any(s => s.Kind == SegmentKind.Glob && s.Name == capture.Name);
        string type = isGlob ? "string" : bound switch
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
        string name = capture.Model ?? (capture.Name.EndsWith("_id", StringComparison.Ordinal) ? Naming.PascalCase(capture.Name.Substring(0, capture.Name.Length - 3)) : "");
        if (models.FirstOrDefault(m => m.Name == name) is not { } model) return null;
        string identifier = Identifier(model.Name);
        return new PathParameter(model.TypeName, identifier, identifier + ".ToParam()", model.IsPublic);
    }

    private static string Identifier(string name)
    {
        string pascal = Naming.PascalCase(name), camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : "@" + camel;
    }
}

/// <summary>A parameter of a path's method, and what its text is made from.</summary>
internal sealed record PathParameter(string TypeName, string Name, string Value, bool IsPublic);
