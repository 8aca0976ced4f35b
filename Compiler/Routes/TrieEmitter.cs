using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Writes the trie as straight-line code over the bytes of the path: first the paths without captures as a whole, by length; then one
/// method for each place where segments may follow. Whatever is more specific is tried first, and when it leads nowhere the walk
/// comes back and tries the next.
/// </summary>
internal sealed class TrieEmitter
{
    private const string Walk = "global::Stryke.Web.Routing.RouteWalk";
    private const string Verb = "global::Stryke.Web.Http.HttpVerb";

    private readonly CodeWriter _code = new();
    private readonly Dictionary<TrieNode, string> _names = [];
    private readonly HashSet<string> _taken = ["Match", "Whole"];

    public static string Emit(RouteDrawing drawing) => new TrieEmitter().Write(drawing);

    private string Write(RouteDrawing drawing)
    {
        var root = TrieNode.Build(drawing.Routes);
        _code.Header($"Draw of {drawing.ClassName}");
        if (drawing.Namespace.Length > 0)
            _code.Line($"namespace {drawing.Namespace};").Line();
        _code.Line("/// <summary>Finds the route of a path.</summary>");
        using (_code.Block("internal static class RouteTrie"))
        {
            WriteMatch(root);
            WriteWhole(drawing.Routes);
            WriteBelow(root);
        }
        return _code.ToString();
    }

    private void WriteMatch(TrieNode root)
    {
        _code.Line("/// <summary>Finds the route of a raw path, without allocating.</summary>");
        using (
            _code.Block(
                $"public static global::Stryke.Web.Routing.RouteMatch Match({Verb} verb, global::System.ReadOnlySpan<byte> path, "
                    + "global::System.ReadOnlySpan<byte> host)"
            )
        )
        {
            _code.Line($"var walk = new {Walk}(verb, path, host);");
            _code.Line("if (walk.Path.IsEmpty || walk.Path[0] != (byte)'/' || Whole(ref walk)) return walk.Match;");
            if (root.Children.Count > 0)
                _code.Line($"{NameOf(root)}(ref walk, 1);");
            _code.Line("return walk.Match;");
        }
        _code.Line();
    }

    private void WriteWhole(EquatableArray<RouteModel> routes)
    {
        _code.Line("// Paths without captures, by length.");
        using (_code.Block($"private static bool Whole(ref {Walk} walk)"))
        {
            var paths = routes
                .Select((r, id) => new TrieRoute(id, r))
                .Where(r => r.Route.IsStatic && RouteChecks.IsReachable(routes, r.Id))
                .GroupBy(r => r.Route.Pattern)
                .GroupBy(g => g.Key.Length)
                .OrderBy(g => g.Key)
                .ToList();
            if (paths.Count > 0)
            {
                using (_code.Block("switch (walk.Path.Length)"))
                {
                    foreach (var length in paths)
                        WriteLength(length);
                }
            }
            _code.Line("return false;");
        }
    }

    private void WriteLength(IGrouping<int, IGrouping<string, TrieRoute>> length)
    {
        using (_code.Indented($"case {length.Key}:"))
        {
            foreach (var path in length)
            {
                _code.Line($"// {Describe(path)}");
                _code.Line($"if (walk.Is({Bytes(path.Key)})) return {Takes(path)};");
            }
            _code.Line("return false;");
        }
    }

    private void WriteBelow(TrieNode node)
    {
        if (node.Children.Count == 0)
            return;
        _code.Line();
        _code.Line(node.Prefix.Length == 0 ? "// The first segment of paths with captures." : $"// What follows {node.Prefix}");
        using (_code.Block($"private static bool {NameOf(node)}(ref {Walk} walk, int start)"))
        {
            List<TrieNode> children = [.. node.InOrder()];
            if (children.Any(c => c.Segment!.Kind != SegmentKind.Glob))
                _code.Line("int end = walk.End(start);");
            WriteTexts(children.Where(c => c.Segment!.Kind == SegmentKind.Static).ToList());
            WriteFormats(node, children.Where(c => c.Segment!.HasFormat).ToList());
            foreach (var child in children.Where(c => c.Segment!.Kind == SegmentKind.Parameter))
            {
                using (_code.Block("if (end > start)"))
                {
                    _code.Line($"walk.Capture({node.Captures}, start, end);   // {child.Segment}");
                    WriteNext(child);
                }
            }
            foreach (var child in children.Where(c => c.Segment!.Kind == SegmentKind.Glob))
                WriteGlob(node, child);
            _code.Line("return false;");
        }
        foreach (var child in node.InOrder())
            WriteBelow(child);
    }

    private void WriteTexts(List<TrieNode> texts)
    {
        if (texts.Count == 0)
            return;
        using (_code.Block("switch (end - start)"))
        {
            foreach (var length in texts.GroupBy(t => t.Segment!.Text.Length).OrderBy(g => g.Key))
            {
                using (_code.Indented($"case {length.Key}:"))
                {
                    foreach (var text in length)
                    {
                        using (_code.Block($"if (walk.Is(start, end, {Bytes(text.Segment!.Text)}))"))
                        {
                            WriteNext(text);
                        }
                    }
                    _code.Line("break;");
                }
            }
        }
    }

    private void WriteFormats(TrieNode node, List<TrieNode> children)
    {
        if (children.Count == 0)
            return;
        _code.Line("int dot = walk.Dot(start, end);");
        using (_code.Block("if (dot > 0 && end == walk.Path.Length)"))
        {
            foreach (var child in children)
            {
                var conditions = new List<string>();
                if (child.Segment!.Kind == SegmentKind.StaticFormat)
                    conditions.Add($"walk.Is(start, dot, {Bytes(child.Segment.Text)})");
                if (child.Formats.Count > 0)
                    conditions.Add($"({string.Join(" || ", child.Formats.Select(f => $"walk.Is(dot + 1, end, {Bytes(f)})"))})");
                if (conditions.Count == 0)
                {
                    WriteFormat(node, child);
                    continue;
                }
                using (_code.Block($"if ({string.Join(" && ", conditions)})"))
                {
                    WriteFormat(node, child);
                }
            }
        }
    }

    private void WriteFormat(TrieNode node, TrieNode child)
    {
        int index = node.Captures;
        if (child.Segment!.Kind == SegmentKind.ParameterFormat)
            _code.Line($"walk.Capture({index++}, start, dot);   // :{child.Segment.Name}");
        _code.Line($"walk.Capture({index}, dot + 1, end);   // .:format");
        WriteTakes(child);
    }

    private void WriteGlob(TrieNode node, TrieNode child)
    {
        using (_code.Block("if (start < walk.Path.Length)"))
        {
            _code.Line($"walk.Capture({node.Captures}, start, walk.Path.Length);   // {child.Segment}");
            WriteTakes(child);
        }
    }

    /// <summary>After a segment: the routes that end here when the path does, else what follows.</summary>
    private void WriteNext(TrieNode node)
    {
        if (node.Routes.Count > 0)
        {
            _code.Line($"// {Describe(node.Routes)}");
            string takes = Takes(node.Routes);
            _code.Line($"if (end == walk.Path.Length && {(takes.Contains("||") ? $"({takes})" : takes)}) return true;");
        }
        if (node.Children.Count > 0)
            _code.Line($"if (end < walk.Path.Length && {NameOf(node)}(ref walk, end + 1)) return true;");
    }

    private void WriteTakes(TrieNode node)
    {
        _code.Line($"// {Describe(node.Routes)}");
        _code.Line($"if ({Takes(node.Routes)}) return true;");
    }

    /// <summary>Routes of one host are offered before those of any.</summary>
    private static string Takes(IEnumerable<TrieRoute> routes) =>
        string.Join(
            " || ",
            routes
                .OrderBy(r => r.Route.Host is null)
                .Select(r => r.Route.Host is { } host ? $"walk.{r.Route.Verb}({r.Id}, {Bytes(host)})" : $"walk.{r.Route.Verb}({r.Id})")
        );

    private static string Describe(IEnumerable<TrieRoute> routes) =>
        string.Join(", ", routes.Select(r => $"{r.Route.Text} → {r.Route.Controller}.{r.Route.Action}"));

    private static string Bytes(string text) => SymbolDisplay.FormatLiteral(text, quote: true) + "u8";

    private string NameOf(TrieNode node)
    {
        if (_names.TryGetValue(node, out string? known))
            return known;
        var name = new StringBuilder("Below");
        foreach (string word in node.Prefix.Split('/'))
            name.Append(Naming.PascalCase(new string(word.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray())));
        if (node.Prefix.Length == 0)
            name.Append("Root");
        string unique = name.ToString();
        for (int i = 2; !_taken.Add(unique); i++)
            unique = $"{name}{i}";
        return _names[node] = unique;
    }
}
