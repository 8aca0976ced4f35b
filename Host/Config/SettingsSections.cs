using Stryke.Web.Host.Launch;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Text.Settings;
using Stryke.Web.Views;

namespace Stryke.Web.Host.Config;

/// <summary>
/// The sections of <c>config/server.toml</c>: each is declared by the folder whose settings it has, and here is the list of them.
/// </summary>
internal static class SettingsSections
{
    /// <summary>Not a section: <c>STRYKE_DATABASE__PATH</c> is of <c>config/database.toml</c>.</summary>
    public const string Database = "database";

    /// <exception cref="ArgumentException">The app adds a section whose name is taken, or is none.</exception>
    public static SettingsList Of(IApp app)
    {
        var sections = new SettingsList(Database);
        sections.Add<ServerSettings>();
        sections.Add<RuntimeSettings>();
        sections.Add<HttpOptions>();
        sections.Add<UploadOptions>();
        sections.Add<ViewSettings>();
        sections.Add<ProxyOptions>();
        sections.Add<LogSettings>();
        sections.Add<AppSettings>();
        app.AddSettings(sections);
        return sections;
    }
}
