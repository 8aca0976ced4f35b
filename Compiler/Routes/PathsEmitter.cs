using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Writes <c>Paths</c>: a constant for each path without captures, a typed method for each with some. Where the action of a path takes
/// more than the captures, a method with these as its query stands beside: of a constant in a base class, as a class has one member of a
/// name. C# takes the constant for <c>Paths.Posts</c> and the method for <c>Paths.Posts(page: 2)</c>: what is not invocable does not count
/// where something is invoked.
/// </summary>
internal static class PathsEmitter
{
    private const string Base = "PathsWithQuery";
    private const string RoutePath = "global::Stryke.Web.Routing.RoutePath";

    public static string Emit(RouteTable table, EquatableArray<ModelType> models)
    {
        List<PathModel> paths = [.. PathModel.All(table, models)];
        List<PathModel> inBase = [.. paths.Where(p => p.IsStatic && p.Query.Count > 0)];
        var code = new CodeWriter().Header($"Draw of {table.Drawing.ClassName}");
        if (table.Drawing.Namespace.Length > 0)
            code.Line($"namespace {table.Drawing.Namespace};").Line();
        code.Line("/// <summary>The paths of the app, for links and redirects.</summary>");
        EmitClass(code, inBase.Count == 0 ? "public static class Paths" : $"public abstract class Paths : {Base}", paths, EmitPath);
        if (inBase.Count == 0)
            return code.ToString();
        code.Line();
        code.Line("/// <summary>The paths without captures, with their queries.</summary>");
        EmitClass(code, $"public abstract class {Base}", inBase, (writer, path) => EmitWithQuery(writer, path, []));
        return code.ToString();
    }

    private static void EmitClass(CodeWriter code, string declaration, List<PathModel> paths, Action<CodeWriter, PathModel> emit)
    {
        using (code.Block(declaration))
        {
            for (int i = 0; i < paths.Count; i++)
            {
                if (i > 0)
                    code.Line();
                emit(code, paths[i]);
            }
        }
    }

    private static void EmitPath(CodeWriter code, PathModel path)
    {
        if (path.IsStatic)
        {
            code.Line($"/// <summary><c>{path.Route.Pattern}</c></summary>");
            code.Line($"public {(path.Query.Count > 0 ? "new " : "")}const string {path.Name} = {Text(path.Route, [])};");
            return;
        }
        EmitMethods(code, path, path.Plain);
        if (path.Typed.SequenceEqual(path.Plain))
            return;
        code.Line();
        EmitMethods(code, path, path.Typed);
    }

    /// <summary>Two, so that the one without a query can be handed on as a function.</summary>
    private static void EmitMethods(CodeWriter code, PathModel path, List<PathParameter> captures)
    {
        code.Line($"/// <summary><c>{path.Route.Pattern}</c></summary>");
        code.Line($"{Access(captures)} static string {path.Name}({Declared(captures)}) => {Text(path.Route, captures)};");
        if (path.Query.Count == 0)
            return;
        code.Line();
        EmitWithQuery(code, path, captures);
    }

    private static void EmitWithQuery(CodeWriter code, PathModel path, List<PathParameter> captures)
    {
        List<ParameterModel> query = [.. path.Query.Where(q => captures.All(c => c.Name != PathModel.Escaped(q.Name)))];
        string access = query.All(q => q.IsPublic) ? Access(captures) : "internal";
        string declared = string.Join(", ", query.Select(q => $"{q.TypeName}? {PathModel.Escaped(q.Name)} = null"));
        string added = string.Concat(query.Select(q => $".{q.Kind}({Literal(q.RequestName)}, {PathModel.Escaped(q.Name)})"));
        string separator = captures.Count > 0 && query.Count > 0 ? ", " : "";
        code.Line($"/// <summary><c>{path.Route.Pattern}</c> with a query, as the action reads it: what is null is left out.</summary>");
        code.Line($"{access} static string {path.Name}({Declared(captures)}{separator}{declared}) =>");
        code.Line($"    new global::Stryke.Web.Routing.PathQuery({Text(path.Route, captures)}){added}.ToString();");
    }

    /// <summary>Literal text, which is percent-encoded, and values in turn, as an expression.</summary>
    private static string Text(RouteModel route, List<PathParameter> captures)
    {
        var parts = new List<string>();
        string text = "";
        int next = 0;
        void Value(string method)
        {
            parts.Add(Literal(text));
            parts.Add($"{RoutePath}.{method}({captures[next++].Value})");
            text = "";
        }
        foreach (var segment in route.Segments)
        {
            text += "/" + segment.Text;
            if (segment.Name.Length > 0)
                Value(segment.Kind == SegmentKind.Glob ? "Glob" : "Segment");
            if (!segment.HasFormat)
                continue;
            text += ".";
            Value("Segment");
        }
        if (text.Length > 0 || parts.Count == 0)
            parts.Add(Literal(text.Length > 0 ? text : "/"));
        return string.Join(" + ", parts);
    }

    private static string Declared(List<PathParameter> parameters) => string.Join(", ", parameters.Select(p => $"{p.TypeName} {p.Name}"));

    private static string Access(List<PathParameter> parameters) => parameters.All(p => p.IsPublic) ? "public" : "internal";

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
