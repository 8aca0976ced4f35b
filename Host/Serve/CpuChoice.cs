using System.Globalization;

namespace Stryke.Web.Host.Serve;

/// <summary>Chooses the CPUs for <c>[runtime] cores</c>: the first so many of those that the process may use.</summary>
internal static class CpuChoice
{
    private const string Status = "/proc/self/status",
        Field = "Cpus_allowed_list:";

    /// <returns>Null for all of them, which the actor system finds by itself.</returns>
    public static IReadOnlyList<int>? Of(int cores)
    {
        if (cores == 0)
            return null;
        var allowed = Allowed();
        return cores < allowed.Count ? allowed[..cores] : null;
    }

    // In an empty root there is no /proc; the processor count keeps to the affinity, and is exact unless the first CPUs are taken.
    private static List<int> Allowed()
    {
        if (!File.Exists(Status))
            return [.. Enumerable.Range(0, System.Environment.ProcessorCount)];
        string? line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return line is null ? [] : ParseList(line[Field.Length..]);
    }

    /// <summary>The kernel's notation of a set: <c>0-3,8</c>.</summary>
    internal static List<int> ParseList(string text)
    {
        List<int> cpus = [];
        foreach (string range in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = range.Split('-');
            int first = int.Parse(ends[0], CultureInfo.InvariantCulture),
                last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            cpus.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return cpus;
    }
}
