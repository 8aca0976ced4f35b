using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary>
/// The table of the environment (<c>[development]</c>, <c>[test]</c>, <c>[production]</c>) in <c>config/database.toml</c>.
/// </summary>
public sealed record DatabaseSettings
{
    /// <summary>
    /// <c>path</c>, <c>STRYKE_DATABASE</c>: the SQLite file, relative to the working directory. Default <c>development.sqlite3</c> and so
    /// on.
    /// </summary>
    public required string Path { get; init; }

    /// <summary><c>busy_timeout</c>, in seconds: how long a statement waits for another process that holds the file. Default 5.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal static DatabaseSettings Bind(SettingsSection section)
    {
        var settings = new DatabaseSettings
        {
            Path = section.Text("path", $"{section.Name}.sqlite3"),
            BusyTimeout = section.Seconds("busy_timeout", TimeSpan.FromSeconds(5), 0, 600),
        };
        section.Finish();
        return settings;
    }
}
