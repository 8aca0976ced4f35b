using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db seed</c>: runs the app's seeds in one transaction, so that a failure leaves nothing half written.</summary>
internal static class SeedCommand
{
    public static async Task<int> Run(BootedApp app, Database database)
    {
        if (app.Application.CreateSeeds() is not { } seeds)
        {
            app.Context.Output.WriteLine("The app has no seeds: write a class that derives from Seeds in db/Seeds.cs.");
            return ExitCodes.Ok;
        }
        await new Migrator(database, app.Application.Migrations).EnsureCurrent();
        var changes = new ChangeCounter();
        database.Observe(changes);
        try
        {
            await database.Transaction(seeds.Run);
        }
        catch (Exception failure) when (failure is not DatabaseBusyException)
        {
            app.Context.Error.WriteLine($"Seeding failed, and nothing of it was kept: {failure}");
            return ExitCodes.Failed;
        }
        app.Context.Output.WriteLine(
            changes.Rows > 0
                ? $"Seeded the {app.EnvironmentName} database."
                : $"Nothing to seed: db/Seeds.cs changed no row of the {app.EnvironmentName} database."
        );
        return ExitCodes.Ok;
    }

    private sealed class ChangeCounter : IQueryObserver
    {
        private long _rows;

        public long Rows => Volatile.Read(ref _rows);

        public void OnQueryStarted(in QueryStart query) { }

        public void OnQueryEnded(in QueryEnd query) => Interlocked.Add(ref _rows, query.Changed);
    }
}
