using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Boot;

/// <summary>
/// What happens when the database is behind the app that is to serve. In development a line says so, and the page that needs the
/// change will fail and say why. In production nothing is served on a schema that the code was not written for, unless the start was asked
/// to migrate.
/// </summary>
internal static class PendingMigrations
{
    public static void Check(BootedApp app, Database database, bool migrate)
    {
        var migrator = new Migrator(database, app.Application.Migrations);
        if (migrate)
        {
            Schema.Migrate(app, migrator).GetAwaiter().GetResult();
            return;
        }
        int count = migrator.Pending().GetAwaiter().GetResult().Count;
        if (count == 0)
            return;
        string pending = count == 1 ? "1 migration has not run" : $"{count} migrations have not run";
        if (app.Environment == StrykeEnvironment.Production)
        {
            string remedy = $"Run {app.Command} db migrate, or start with {app.Command} serve --migrate.";
            throw new StartException($"{pending}. {remedy}", ExitCodes.Configuration);
        }
        app.Context.Error.WriteLine($"{pending}: run {app.Command} db migrate");
    }
}
