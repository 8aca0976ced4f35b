using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Text.Settings;
using Stryke.Web.Views;

namespace Stryke.Web.Host.Config;

/// <summary>Everything that is set for an app, after all layers.</summary>
/// <param name="Sections">The sections of <c>config/server.toml</c>, those of the app among them.</param>
/// <param name="Database">The database of the environment.</param>
internal sealed record Settings(SettingsSet Sections, DatabaseSettings Database)
{
    /// <summary>What holds for all of its code.</summary>
    public AppSettings App { get; } = Sections.Get<AppSettings>();

    /// <summary>Where it listens.</summary>
    public ServerSettings Server { get; } = Sections.Get<ServerSettings>();

    /// <summary>What it runs on.</summary>
    public RuntimeSettings Runtime { get; } = Sections.Get<RuntimeSettings>();

    /// <summary>What a request may take.</summary>
    public HttpOptions Limits { get; } = Sections.Get<HttpOptions>();

    /// <summary>What a form with files may take.</summary>
    public UploadOptions Uploads { get; } = Sections.Get<UploadOptions>();

    /// <summary>What its pages may take.</summary>
    public ViewSettings Views { get; } = Sections.Get<ViewSettings>();

    /// <summary>Whom it believes about the clients of others.</summary>
    public ProxyOptions Proxies { get; } = Sections.Get<ProxyOptions>();

    /// <summary>What it writes about itself.</summary>
    public LogSettings Log { get; } = Sections.Get<LogSettings>();
}
