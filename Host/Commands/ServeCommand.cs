using System.CommandLine;
using System.Diagnostics;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Secrets;
using Stryke.Web.Host.Serve;
using Stryke.Web.Persistence;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Commands;

/// <summary><c>serve</c>, and what the executable does without a command: answers requests until a signal stops it.</summary>
internal static class ServeCommand
{
    public static Command Create(WebApplication application, LaunchContext context)
    {
        var migrate = new Option<bool>("--migrate") { Description = "Run pending migrations first." };
        var command = new Command("serve", "Serves until SIGTERM or Ctrl-C. The same without a command.") { migrate };
        command.SetAction(parsed => Run(application, context, parsed.GetValue(migrate)));
        return command;
    }

    public static int Run(WebApplication application, LaunchContext context, bool migrate)
    {
        using var signals = new StopSignals(); // before anything takes time, so that a stop during the start is not lost
        BootedApp app = BootedApp.Start(application, context);
        KeyRing keys = MasterKeyRule.Open(context, app.Environment, app.Command);
        Database? database = application.UsesDatabase ? AppDatabase.Open(app) : null;
        if (database is not null)
        {
            Database.Default = database; // for models, on every core
            PendingMigrations.Settle(app, database, migrate);
        }

        var server = Server.Start(app, keys);
        context.Output.WriteLine(server.Banner);
        if (server.BackendReason is { } reason) context.Error.WriteLine(reason);
        signals.Wait();

        long asked = Stopwatch.GetTimestamp();
        server.Stop();
        TimeSpan left = app.Settings.Server.ShutdownTimeout - Stopwatch.GetElapsedTime(asked);
        if (database is not null && !AppDatabase.Close(database, left))
        {
            context.Error.WriteLine("Left with writes still waiting: another process holds the database.");
        }
        return ExitCodes.Ok;
    }
}
