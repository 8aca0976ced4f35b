namespace Stryke.Web.Specs.Architecture;

/// <summary>Folders that import each other today. The list may only shrink: a folder that has left its cycle must leave the list.</summary>
internal static class CycleExceptions
{
    /// <summary>The folders by project; the top one has the project's own name.</summary>
    public static IReadOnlyDictionary<string, string[]> Folders { get; } =
        new Dictionary<string, string[]>
        {
            // Until HTTP/2 opens the seam between the semantics of HTTP and its wire.
            ["Http"] = ["Http", "Bodies", "Connections", "Http1", "Proxies"],
            // Until a second database opens the seam between models and drivers.
            ["Persistence"] = ["Persistence", "Migrations", "Queries", "Saving", "Sessions", "Sqlite", "Transactions", "Validation"],
        };

    /// <summary>What is wrong with the cycles of a project, in the light of its exceptions.</summary>
    public static IEnumerable<string> Violations(string project, FolderGraph graph, IReadOnlyCollection<string> listed)
    {
        string[] inCycles = [.. graph.Cycles().SelectMany(group => group)];
        string[] names = [.. inCycles.Select(folder => NameOf(folder, project))];
        string joined = string.Join(", ", names.Except(listed));
        if (joined.Length > 0)
        {
            yield return $"{project}: {joined} joined a cycle of folders. Move a type to the lower folder, or give the lower one an "
                + $"interface. Imports of the cycles:\n{string.Join("\n", graph.ImportsWithin(inCycles))}";
        }
        foreach (string gone in listed.Except(names))
            yield return $"{gone} of {project} is in no cycle any more: remove it from {nameof(CycleExceptions)}.";
    }

    private static string NameOf(string space, string project)
    {
        string top = $"Stryke.Web.{project}";
        return space == top ? project : space[(top.Length + 1)..].Replace('.', '/');
    }
}
