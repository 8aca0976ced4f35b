using System.Globalization;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db status</c>: a table of the migrations, those that have run with when (UTC).</summary>
internal static class StatusCommand
{
    public static async Task<int> Run(BootedApp app, Database database)
    {
        var all = await new Migrator(database, app.Application.Migrations).Status();
        if (all.Count == 0)
        {
            app.Context.Output.WriteLine("The app has no migrations.");
        }
        else
        {
            TextTable.Write(
                app.Context.Output,
                [
                    ["VERSION", "MIGRATION", "RAN"],
                    .. all.Select(Row),
                ]
            );
        }

        return ExitCodes.Ok;
    }

    private static string[] Row(MigrationStatus migration)
    {
        string ran = migration.AppliedAt?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "pending";
        if (!migration.IsKnown)
            ran += ", and the app no longer has it";
        return [migration.Version.ToString(CultureInfo.InvariantCulture), migration.Name, ran];
    }
}
