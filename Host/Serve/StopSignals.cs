using System.Runtime.InteropServices;
using Stryke.Web.Actors;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// SIGTERM (a supervisor) and SIGINT (Ctrl-C). The first asks for a graceful stop; the second means that whoever sent it does not want
/// to wait, and the process leaves at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancel = new();
    private int _signals;
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() =>
        _registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _cancel.Token;

    /// <summary>
    /// Waits for a signal, or until the app has another reason to stop. Nothing of it needs the thread pool, which may be full.
    /// </summary>
    public void WaitForSignalOr(params ReadOnlySpan<Task> others) => Task.WaitAny([_asked.Task, .. others]);

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true; // the run time would end the process by itself
        if (Interlocked.Increment(ref _signals) == 1)
        {
            _asked.SetResult();
            _cancel.Cancel();
            return;
        }
        int status = ExitCodeOf(signal.Signal);
        DedicatedThread.RunAfter(ExitTimeout, () => DedicatedThread.ExitProcess(status)); // should the run time wait for something
        System.Environment.Exit(status);
    }

    // What a shell reports for a process that a signal has ended.
    private static int ExitCodeOf(PosixSignal signal) => signal == PosixSignal.SIGINT ? 128 + 2 : 128 + 15;
}
