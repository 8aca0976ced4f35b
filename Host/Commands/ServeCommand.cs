using System.CommandLine;
using Stryke.Web.Actors.Net;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Host.Secrets;
using Stryke.Web.Host.Serve;
using Stryke.Web.Persistence;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Commands;

/// <summary><c>serve</c>, and what the executable does without a command: answers requests until a signal stops it.</summary>
internal static class ServeCommand
{
    public static Command Create(IApp application, LaunchContext context)
    {
        var migrate = new Option<bool>("--migrate") { Description = "Run pending migrations first." };
        var takeOver = new Option<bool>("--take-over")
        {
            Description = "Replace the running process without losing a request ([server] handover).",
        };
        var command = new Command("serve", "Serves until SIGTERM or Ctrl-C. This is the default command.") { migrate, takeOver };
        command.SetAction(parsed => Run(application, context, parsed.GetValue(migrate), parsed.GetValue(takeOver)));
        return command;
    }

    public static int Run(IApp application, LaunchContext context, bool migrate, bool takesOver = false)
    {
        using var signals = new StopSignals(); // before anything takes time, so that a stop during the start is not lost
        var app = BootedApp.Start(application, context);
        var keys = MasterKeyRule.Open(context, app.Environment, app.Command);
        var database = application.UsesDatabase ? AppDatabase.Open(app) : null;
        if (database is not null)
        {
            Database.Default = database; // for models, on every core
            PendingMigrations.Check(app, database, migrate);
        }

        var activated = SocketActivation.Take(context);
        using var takeOver = TakeOver.Begin(app, takesOver);
        var server = TryStart(app, keys, ListenPlan.Decide(app, activated, takeOver.Predecessor?.Targets ?? []), database, signals.Token);
        if (server is null)
            return ExitCodes.Ok;
        takeOver.Complete(server);
        context.Output.WriteLine(server.Banner);
        if (server.BackendReason is { } reason)
            context.Error.WriteLine(reason);
        ServiceNotice.Ready(context, takeOver.Predecessor is not null);
        signals.WaitForSignalOr(takeOver.HandedOver, server.Services.Failed);

        using var limit = Shutdown.Limit(app);
        if (takeOver.HandedOver.IsCompleted)
            context.Output.WriteLine($"Handed over to process {takeOver.HandedOver.GetAwaiter().GetResult()}.");
        else
            ServiceNotice.Stopping(context);
        takeOver.Dispose();
        return Shutdown.Run(app, server, database);
    }

    // Null when it was asked to stop before it had started.
    private static Server? TryStart(
        BootedApp app,
        KeyRing keys,
        IReadOnlyList<ListenTarget> targets,
        Database? database,
        CancellationToken cancel
    )
    {
        try
        {
            return Server.Start(app, keys, targets, database, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
