using System.Globalization;

namespace Stryke.Web.Specs.Runner;

/// <summary>Processes that specs have started and that are still there.</summary>
internal static class ChildProcesses
{
    /// <summary>
    /// The process ids of this process's children, from <c>/proc/PID/stat</c>: "PID (NAME) STATE PARENT ...", where a
    /// name may hold anything.
    /// </summary>
    public static IEnumerable<int> OfThis()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            bool isProcess = int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int process);
            if (isProcess && ParentOf(process) == Environment.ProcessId)
                yield return process;
        }
    }

    private static int ParentOf(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended.
            return 0;
        }
    }
}
