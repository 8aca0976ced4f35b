namespace Stryke.Web.Specs.Architecture;

/// <summary>The table "The house" of <c>ARCHITECTURE.md</c>: which folder may import which.</summary>
internal static class ImportTable
{
    private const string Header = "| folder | is | may import |";

    /// <summary>
    /// The imports of each folder, by its name; null where the table says <c>anything</c>. What is no folder is a package.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]?> Read(string markdown)
    {
        var table = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        var rows = markdown.Split('\n').SkipWhile(line => line.Trim() != Header).Skip(2).TakeWhile(line => line.StartsWith('|'));
        string[][] cells = [.. rows.Select(row => row.Split('|'))];
        string[] folders = [.. cells.Select(row => row[1].Trim().Trim('`').TrimEnd('/'))];
        foreach (string[] row in cells)
        {
            string[] names = [.. row[3].Split(',', ';').Select(name => name.Replace(" as an analyzer", "").Trim())];
            table[folders[table.Count]] = names switch
            {
                ["anything"] => null,
                ["all of the above"] => [.. table.Keys],
                _ => [.. names.Where(folders.Contains)],
            };
        }
        return table;
    }
}
