using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors;

/// <summary>
/// Takes work that blocks or computes for long off the core, to the thread pool and all of the process's CPUs. An <c>await</c> of the
/// result comes home to the core by its <see cref="Core.SynchronizationContext"/>.
/// </summary>
public static class Offload
{
    /// <summary>Runs <paramref name="work"/> on the thread pool and gives its result, or its fault.</summary>
    public static Task<T> Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Task.Run(() =>
        {
            Affinity.FreeCurrentThread();
            return work();
        });
    }

    /// <summary>Runs <paramref name="work"/> on the thread pool.</summary>
    public static Task Run(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Task.Run(() =>
        {
            Affinity.FreeCurrentThread();
            work();
        });
    }

    /// <summary>Runs asynchronous <paramref name="work"/> on the thread pool, where its own continuations stay.</summary>
    public static Task<T> Run<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Task.Run(() =>
        {
            Affinity.FreeCurrentThread();
            return work();
        });
    }
}
