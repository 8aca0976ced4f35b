using System.Diagnostics;

namespace Stryke.Web.Perf.Attack;

/// <summary>
/// This program once more, in another part: a process of its own, because the descriptors of one do not suffice for both ends of ten
/// thousand connections. It answers each line that it is told with one line.
/// </summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    /// <param name="cpu">Where it runs; the last one that there is, if there are fewer.</param>
    /// <param name="part">The part, and what it needs to know.</param>
    public Child(int cpu, params string[] part)
    {
        var start = new ProcessStartInfo(
            "taskset",
            ["-c", $"{Math.Min(cpu, Environment.ProcessorCount - 1)}", Environment.ProcessPath!, .. part]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        Greeting = Read();
    }

    /// <summary>The first line.</summary>
    public string Greeting { get; }

    public string Tell(string order)
    {
        _process.StandardInput.WriteLine(order);
        return Read();
    }

    /// <summary>Resident memory in bytes (<c>VmRSS</c>).</summary>
    public long ResidentBytes => Status("VmRSS:") * 1024;

    /// <summary>CPU time used so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A part of the attack ended early.");

    private long Status(string key)
    {
        string line = File.ReadLines($"/proc/{_process.Id}/status").First(text => text.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }
}
