using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db migrate</c>: runs what has not run, each migration whole or not at all.</summary>
internal static class MigrateCommand
{
    public static async Task<int> Run(BootedApp app, Database database)
    {
        await Schema.Migrate(app, new Migrator(database, app.Application.Migrations));
        return ExitCodes.Ok;
    }
}
