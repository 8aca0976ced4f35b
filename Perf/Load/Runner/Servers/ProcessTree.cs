namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>What the kernel says of a process and all that descend from it (nginx serves from a child).</summary>
internal sealed class ProcessTree(int root)
{
    // As they are after the first answer: none of the servers starts more processes while it serves.
    private readonly int[] _processes = [.. From(root, Parents())];

    /// <summary>CPU time, user and system, in microseconds.</summary>
    public double CpuMicroseconds() => _processes.Sum(CpuClock.Nanoseconds) / 1000;

    /// <summary>Resident memory in bytes: <c>VmRSS</c>, summed up.</summary>
    public long ResidentBytes() => _processes.Sum(Resident);

    private static IEnumerable<int> From(int pid, IReadOnlyList<(int Pid, int Parent)> parents) =>
        parents.Where(pair => pair.Parent == pid).SelectMany(pair => From(pair.Pid, parents)).Prepend(pid);

    private static List<(int Pid, int Parent)> Parents()
    {
        var pairs = new List<(int, int)>();
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int pid))
                continue;
            try
            {
                // proc(5): after the name, which stands in parentheses and may hold anything, come the state and the parent.
                string stat = File.ReadAllText(Path.Combine(folder, "stat"));
                pairs.Add((pid, int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1])));
            }
            catch (IOException)
            {
                // It ended after it was listed.
            }
        }
        return pairs;
    }

    private static long Resident(int pid)
    {
        string line = File.ReadLines($"/proc/{pid}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
