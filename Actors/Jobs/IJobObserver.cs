namespace Stryke.Web.Actors.Jobs;

/// <summary>
/// Is told of each piece of background work: when it starts, and once when it has ended. Called where the work runs, by several
/// threads at once: it must be quick. <see cref="ObservedJob"/> is how those who run work tell it.
/// </summary>
public interface IJobObserver
{
    /// <summary>A job is about to run.</summary>
    void OnJobStarted(in JobStart job);

    /// <summary>A job has run, or failed.</summary>
    void OnJobEnded(in JobEnd job);
}
