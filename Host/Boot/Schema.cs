using Stryke.Web.Middleware;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Boot;

/// <summary>Migrates and keeps <c>db/schema.sql</c> up with it.</summary>
internal static class Schema
{
    public const string Folder = "db",
        File = "db/schema.sql";

    public static async Task Migrate(BootedApp app, Migrator migrator)
    {
        var done = await migrator.Migrate();
        foreach (var migration in done)
            app.Context.Output.WriteLine($"Migrated {migration.Version} {migration.Name}");
        if (done.Count == 0)
            app.Context.Output.WriteLine($"Nothing to migrate: the {app.EnvironmentName} database is up to date.");
        else
            await WriteSchemaFile(app, migrator);
    }

    /// <summary>
    /// Writes the dump where the app is being written: in development, where there is a <c>db/</c> folder. A server's working directory
    /// stays as it is.
    /// </summary>
    public static async Task WriteSchemaFile(BootedApp app, Migrator migrator)
    {
        bool isWritten = app.Environment == StrykeEnvironment.Development && Directory.Exists(app.Context.PathOf(Folder));
        if (isWritten)
            await migrator.DumpSchema(app.Context.PathOf(File));
    }
}
