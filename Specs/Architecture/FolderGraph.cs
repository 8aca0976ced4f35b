using System.Reflection;

namespace Stryke.Web.Specs.Architecture;

/// <summary>
/// Which folder of a project uses which other, as its assembly has it: namespaces are folders, and every type that a type's declaration or code
/// names is an import. Constants are not seen, as the compiler writes their values.
/// </summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _imports = new(StringComparer.Ordinal);

    private FolderGraph() { }

    /// <summary>The graph of one assembly's own folders.</summary>
    public static FolderGraph Of(Assembly assembly)
    {
        var graph = new FolderGraph();
        foreach (var type in assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Stryke.Web", StringComparison.Ordinal) == true))
        {
            foreach (var used in TypeUses.Of(type))
            {
                if (used.Assembly == assembly && used.Namespace is { } folder && folder != type.Namespace)
                    graph.Add(type, used);
            }
        }
        return graph;
    }

    /// <summary>Groups of folders each of which reaches all others of its group: what must not be. Names are sorted.</summary>
    public IReadOnlyList<string[]> Cycles()
    {
        var groups = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string folder in _imports.Keys)
        {
            if (seen.Contains(folder))
                continue;
            var reached = Reached(folder);
            string[] group = [.. reached.Where(other => Reached(other).Contains(folder)).Order(StringComparer.Ordinal)];
            seen.UnionWith(group);
            if (group.Length > 1)
                groups.Add(group);
        }
        return groups;
    }

    /// <summary>The imports among these folders, each with one use of it, for messages.</summary>
    public IEnumerable<string> ImportsWithin(IReadOnlyCollection<string> folders) =>
        from import in _imports
        where folders.Contains(import.Key)
        from used in import.Value
        where folders.Contains(used.Key)
        select $"{import.Key} -> {used.Key} ({used.Value})";

    private void Add(Type type, Type used)
    {
        if (!_imports.TryGetValue(type.Namespace!, out var imports))
            _imports.Add(type.Namespace!, imports = new(StringComparer.Ordinal));
        imports.TryAdd(used.Namespace!, $"{type.Name} uses {used.Name}");
    }

    private HashSet<string> Reached(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out string? folder))
        {
            if (!_imports.TryGetValue(folder, out var imports))
                continue;
            foreach (string next in imports.Keys.Where(reached.Add))
                waiting.Push(next);
        }
        return reached;
    }
}
