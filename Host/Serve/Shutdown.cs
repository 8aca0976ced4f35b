using System.Diagnostics;
using Stryke.Web.Actors;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// The end of an app that serves: what is in flight may finish within <c>shutdown_timeout</c>, and whatever does not is named and left.
/// Nothing can keep the process longer than a little after that, be it an action that holds its core, the database, or whoever reads the
/// log.
/// </summary>
internal static class Shutdown
{
    // Together less than what the process is given in the end.
    private static readonly TimeSpan DatabaseTimeout = TimeSpan.FromSeconds(1),
        StandardErrorTimeout = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan HardLimit = TimeSpan.FromSeconds(10),
        ExitTimeout = TimeSpan.FromSeconds(2);

    /// <summary>To be called when the stop begins: ends the process when it has not come to an end by itself.</summary>
    public static IDisposable Limit(BootedApp app) => EndAfter(app.Context, app.Settings.Server.ShutdownTimeout + HardLimit);

    /// <returns>What the process leaves with.</returns>
    public static int Run(BootedApp app, Server server, Database? database)
    {
        long asked = Stopwatch.GetTimestamp();
        var stop = server.Stop();
        if (stop.IsHeld)
        {
            // Its code may be using the database just now; what was committed is safe without a close. And should the run time wait for it,
            // that has an end.
            EndAfter(app.Context, ExitTimeout);
            return ExitCodes.Software;
        }
        var left = app.Settings.Server.ShutdownTimeout - Stopwatch.GetElapsedTime(asked);
        if (database is not null && !AppDatabase.Close(database, left > DatabaseTimeout ? left : DatabaseTimeout))
        {
            WriteLine(
                app.Context,
                "Exited while writes were waiting: another process locks the database, or a transaction of this app has not ended."
            );
        }
        return stop.Services.Count > 0 || server.Services.Failed.IsCompleted ? ExitCodes.Software : ExitCodes.Ok;
    }

    /// <summary>Writes a line to standard error, which nobody may read any more.</summary>
    public static void WriteLine(LaunchContext context, string line) =>
        DedicatedThread.TryRun(() => context.Error.WriteLine(line), StandardErrorTimeout);

    private static IDisposable EndAfter(LaunchContext context, TimeSpan time) =>
        DedicatedThread.RunAfter(time, () => context.ExitProcess?.Invoke(ExitCodes.Software));
}
