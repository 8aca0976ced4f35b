using System.Reflection;

namespace Stryke.Web.Specs.Architecture;

/// <summary>
/// Which folder of a project uses which other, as its assembly has it: namespaces are folders, and every type that a type's declaration or
/// code names is an import. Constants are not seen, as the compiler writes their values.
/// </summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _imports = new(StringComparer.Ordinal);

    /// <summary>The graph of one assembly's own folders.</summary>
    public static FolderGraph Of(Assembly assembly)
    {
        var graph = new FolderGraph();
        foreach (var type in assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Stryke.Web", StringComparison.Ordinal) == true))
        {
            foreach (var used in TypeUses.Of(type).Where(used => used.Assembly == assembly && used.Namespace is not null))
                graph.Add(type.Namespace!, used.Namespace!, $"{type.Name} uses {used.Name}");
        }
        return graph;
    }

    /// <summary>Adds an import, with one use of it for messages.</summary>
    public void Add(string from, string to, string use)
    {
        if (from == to)
            return;
        if (!_imports.TryGetValue(from, out var imports))
            _imports.Add(from, imports = new(StringComparer.Ordinal));
        imports.TryAdd(to, use);
    }

    /// <summary>Groups of folders each of which reaches all others of its group: what must not be. Names are sorted.</summary>
    public IReadOnlyList<string[]> Cycles()
    {
        var groups = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string folder in _imports.Keys.Where(folder => !seen.Contains(folder)))
        {
            string[] group = [.. Reached(folder).Where(other => Reached(other).Contains(folder)).Order(StringComparer.Ordinal)];
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
