using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors;

internal abstract partial class ActorCell
{
    // An actor that cannot even start would otherwise be tried as fast as the core can.
    private const long LeastStartBackOffMs = 100;

    private RestartTimer? _restartTimer;
    private long _windowBeganMs;
    private int _restarts;

    /// <summary>The actor's code threw while it handled a message.</summary>
    protected void HandleFault(Exception fault)
    {
        Core.ReportFault(fault, Path);
        Supervise(fault, leastBackOffMs: 0);
    }

    private void HandleStartFault(Exception fault)
    {
        Core.ReportFault(fault, Path);
        // There is no instance that could go on.
        Supervise(fault, LeastStartBackOffMs);
    }

    private void Supervise(Exception fault, long leastBackOffMs)
    {
        if (State is ActorState.Stopping or ActorState.Stopped)
        {
            StopNow();
            return;
        }
        switch (Decide(fault))
        {
            case Directive.Resume when leastBackOffMs == 0:
                return;
            case Directive.Resume or Directive.Restart:
                Restart(fault, leastBackOffMs);
                return;
            case Directive.Escalate when _parent is not null:
                Escalate(fault, _parent, leastBackOffMs);
                return;
            default:
                StopNow();
                return;
        }
    }

    private Directive Decide(Exception fault)
    {
        try
        {
            return _strategy.Decide(fault);
        }
        catch (Exception undecided)
        {
            Core.ReportFault(undecided, $"supervision of {Path}");
            return Directive.Stop;
        }
    }

    private void Escalate(Exception fault, ActorCell parent, long leastBackOffMs)
    {
        parent.Supervise(fault, leastBackOffMs: 0);
        // A parent that resumes has decided that its child lives on, too; every other decision has stopped the child.
        if (!IsStopped && leastBackOffMs > 0)
            StopNow();
    }

    private void Restart(Exception fault, long leastBackOffMs)
    {
        if (!TryCountRestart())
        {
            StopNow();
            return;
        }
        StopChildren();
        Discard(fault);
        long waitMs = Math.Max(_strategy.BackOffMs(_restarts), leastBackOffMs);
        if (waitMs > 0)
        {
            State = ActorState.Suspended;
            Core.Schedule(_restartTimer ??= new RestartTimer(this), waitMs);
            return;
        }
        TryCreate();
    }

    private bool TryCountRestart()
    {
        if (_restarts == 0 || Core.NowMs - _windowBeganMs > _strategy.RestartWindow.TotalMilliseconds)
        {
            _windowBeganMs = Core.NowMs;
            _restarts = 0;
        }
        return ++_restarts <= _strategy.MaxRestarts;
    }

    private void EndSuspension()
    {
        if (State != ActorState.Suspended)
            return;
        State = ActorState.Running;
        if (TryCreate())
            Continue();
    }

    private sealed class RestartTimer(ActorCell cell) : TimerEntry
    {
        protected internal override void OnElapsed() => cell.EndSuspension();
    }
}
