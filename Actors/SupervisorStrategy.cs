namespace Stryke.Web.Actors;

/// <summary>How the faults of one actor are treated. A value: it may be shared by any number of actors and cores.</summary>
public sealed class SupervisorStrategy
{
    /// <summary>Restarts at once, at most 10 times in a minute, then stops.</summary>
    public static SupervisorStrategy Default { get; } = new();

    /// <summary>Keeps the actor and its state whatever it throws.</summary>
    public static SupervisorStrategy AlwaysResume { get; } = new() { Decide = static _ => Directive.Resume };

    /// <summary>Stops the actor at its first fault.</summary>
    public static SupervisorStrategy AlwaysStop { get; } = new() { Decide = static _ => Directive.Stop };

    /// <summary>Hands every fault to the parent.</summary>
    public static SupervisorStrategy AlwaysEscalate { get; } = new() { Decide = static _ => Directive.Escalate };

    /// <summary>Chooses by the fault. It must not throw. By default everything is a <see cref="Directive.Restart"/>.</summary>
    public Func<Exception, Directive> Decide { get; init; } = static _ => Directive.Restart;

    /// <summary>How many restarts <see cref="RestartWindow"/> allows; one more stops the actor.</summary>
    public int MaxRestarts { get; init; } = 10;

    /// <summary>The window in which restarts are counted; it opens with the first.</summary>
    public TimeSpan RestartWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The wait before the first restart of a window, doubled with each further one up to <see cref="MaxBackOff"/>; zero restarts at
    /// once. Messages wait in the mailbox meanwhile.
    /// </summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.Zero;

    /// <summary>The longest wait before a restart.</summary>
    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the restart with this number (from 1) in its window, in milliseconds.</summary>
    internal long BackOffMs(int restart)
    {
        double ms = BackOff.TotalMilliseconds * (1L << Math.Min(restart - 1, 40));
        return (long)Math.Min(ms, MaxBackOff.TotalMilliseconds);
    }
}
