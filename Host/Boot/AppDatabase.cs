using Stryke.Web.Actors;
using Stryke.Web.Host.Launch;
using Stryke.Web.Persistence;

namespace Stryke.Web.Host.Boot;

/// <summary>Opens the database of the environment.</summary>
internal static class AppDatabase
{
    /// <exception cref="StartException">It cannot be opened: its folder is missing, or it is no database.</exception>
    public static Database Open(BootedApp app)
    {
        try
        {
            var database = Database.Open(
                new DatabaseOptions
                {
                    Path = app.Context.PathOf(app.Settings.Database.Path),
                    BusyTimeoutMs = (int)app.Settings.Database.BusyTimeout.TotalMilliseconds,
                }
            );
            database.Migrations = app.Application.Migrations;
            return database;
        }
        catch (DatabaseException failure)
        {
            throw new StartException(
                $"The {app.EnvironmentName} database {app.Settings.Database.Path} cannot be opened: {failure.Message}\n"
                    + $"Its path is set in config/database.toml, [{app.EnvironmentName}], or by STRYKE_DATABASE.",
                ExitCodes.Unavailable
            );
        }
    }

    /// <summary>
    /// Closes it after the writes that are waiting, or leaves it when they take longer: what was committed is safe either way.
    /// </summary>
    /// <returns>Whether it was closed.</returns>
    public static bool Close(Database database, TimeSpan timeout) => DedicatedThread.TryRun(database.Dispose, timeout);
}
