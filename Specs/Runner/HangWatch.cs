using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Stryke.Web.Specs.Runner;
using Xunit;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(HangWatch))]

namespace Stryke.Web.Specs.Runner;

/// <summary>
/// Ends a run that hangs: when no spec has begun or ended for as long as <c>SPECS_HANG_SECONDS</c> says (180 unless set), it
/// names those that are running and ends the process with <see cref="ExitCode"/>. A thread of its own, as specs that
/// hang may hold every thread of the pool.
/// </summary>
internal sealed partial class HangWatch : INotifyTestCaseLifecycle, INotifyTestLifecycle, IDisposable
{
    /// <summary>What the process ends with when specs hang: 70, EX_SOFTWARE of sysexits.h.</summary>
    public const int ExitCode = 70;

    private const string Variable = "SPECS_HANG_SECONDS";

    private readonly ConcurrentDictionary<IXunitTestCase, (string Name, long SinceMs)> _running = [];
    private readonly ManualResetEventSlim _isOver = new();
    private readonly TimeSpan _bound = TimeSpan.FromSeconds(
        double.Parse(Environment.GetEnvironmentVariable(Variable) ?? "180", CultureInfo.InvariantCulture)
    );
    private long _movedAtMs = Environment.TickCount64;
    private int _ended;

    /// <summary>Begins to watch.</summary>
    public HangWatch() => new Thread(Watch) { IsBackground = true, Name = "specs: hang watch" }.Start();

    /// <inheritdoc/>
    public void OnTestCaseStarting(IXunitTestCase testCase) => _running[testCase] = (testCase.TestCaseDisplayName, Environment.TickCount64);

    /// <inheritdoc/>
    public void OnTestCaseFinished(IXunitTestCase testCase) => _running.TryRemove(testCase, out _);

    /// <summary>One row of a theory, or all of a fact.</summary>
    public void OnTestStarting(IXunitTest test)
    {
        _running[test.TestCase] = (test.TestDisplayName, Environment.TickCount64);
        Volatile.Write(ref _movedAtMs, Environment.TickCount64);
    }

    /// <inheritdoc/>
    public void OnTestFinished(IXunitTest test)
    {
        Interlocked.Increment(ref _ended);
        Volatile.Write(ref _movedAtMs, Environment.TickCount64);
    }

    /// <summary>The run is over.</summary>
    public void Dispose() => _isOver.Set();

    private void Watch()
    {
        for (var quiet = TimeSpan.Zero; quiet < _bound; quiet = Quiet())
        {
            if (_isOver.Wait(_bound - quiet))
                return;
        }
        Report();
        foreach (int child in ChildProcesses.OfThis())
            _ = kill(child, 9);
        // No handler, no finally: whoever hangs may hang in those as well.
        _exit(ExitCode);
    }

    private TimeSpan Quiet() => TimeSpan.FromMilliseconds(Environment.TickCount64 - Volatile.Read(ref _movedAtMs));

    private void Report()
    {
        long now = Environment.TickCount64;
        Console.Error.WriteLine(
            $"HUNG: no spec has begun or ended for {_bound.TotalSeconds} s ({Variable}), {_ended} ended before. Running:"
        );
        foreach (var (name, sinceMs) in _running.Values.OrderBy(running => running.SinceMs))
            Console.Error.WriteLine($"HUNG {(now - sinceMs) / 1000} s: {name}");
        Console.Error.Flush();
    }

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial void _exit(int status);
}
