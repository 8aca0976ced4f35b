namespace Stryke.Web.Host.Config;

/// <summary><c>[log]</c> of <c>config/server.toml</c>.</summary>
public sealed record LogSettings
{
    /// <summary><c>requests</c>: whether each request writes a line. Default: in development.</summary>
    public bool Requests { get; init; }

    internal static LogSettings Bind(SettingsSection section, bool isDevelopment)
    {
        var settings = new LogSettings { Requests = section.Flag("requests", isDevelopment) };
        section.Finish();
        return settings;
    }
}
