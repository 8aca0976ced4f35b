using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Host.Commands;

/// <summary><c>db schema</c>: writes the schema of the database as SQL, to <c>db/schema.sql</c> or where it is told.</summary>
internal static class SchemaCommand
{
    public static async Task<int> Run(BootedApp app, Database database, string file)
    {
        string path = app.Context.PathOf(file);
        if (Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder))
        {
            app.Context.Error.WriteLine($"The folder of {file} does not exist. Choose another file with --to.");
            return ExitCodes.Unavailable;
        }
        await new Migrator(database, app.Application.Migrations).DumpSchema(path);
        app.Context.Output.WriteLine($"Wrote {file}");
        return ExitCodes.Ok;
    }
}
