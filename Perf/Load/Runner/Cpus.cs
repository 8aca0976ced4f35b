namespace Stryke.Web.Perf.Runner;

/// <summary>The CPUs that this process may use, from <c>/proc/self/status</c> (<c>Cpus_allowed_list: 0-1,4</c>).</summary>
internal static class Cpus
{
    public static IReadOnlyList<int> Allowed()
    {
        const string Field = "Cpus_allowed_list:";
        string list = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Field, StringComparison.Ordinal))[Field.Length..];
        var cpus = new List<int>();
        foreach (string range in list.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = range.Split('-');
            for (int cpu = int.Parse(ends[0]); cpu <= int.Parse(ends[^1]); cpu++)
                cpus.Add(cpu);
        }
        return cpus;
    }
}
