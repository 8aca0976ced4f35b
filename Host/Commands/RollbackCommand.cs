using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db rollback</c>: undoes the last migrations, newest first.</summary>
internal static class RollbackCommand
{
    public static async Task<int> Run(BootedApp app, Database database, int steps)
    {
        var migrator = new Migrator(database, app.Application.Migrations);
        var undone = await migrator.Rollback(steps);
        foreach (var migration in undone)
            app.Context.Output.WriteLine($"Rolled back {migration.Version} {migration.Name}");
        if (undone.Count > 0)
            await Schema.WriteSchemaFile(app, migrator);
        else
            app.Context.Output.WriteLine($"Nothing to roll back: no migration has run on the {app.EnvironmentName} database.");
        return ExitCodes.Ok;
    }
}
