using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Services;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Routing;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Launch;

/// <summary>
/// What the folders of the host know of an app. <c>WebApplication</c>, which an app derives from, stands above them and documents each
/// member.
/// </summary>
internal interface IApp
{
    string Name { get; }

    bool IsDebugBuild { get; }

    string? SourceRoot { get; }

    bool UsesDatabase { get; }

    IReadOnlyList<RouteInfo> Routes { get; }

    IReadOnlyList<MigrationInfo> Migrations { get; }

    Seeds? CreateSeeds();

    ObserverSet? CreateObservers(Action<Exception, string> onFault);

    void AddSettings(SettingsList settings);

    void AddServices(ServiceList services, SettingsSet settings);

    Listener Listen(ActorSystem system, IReadOnlyList<ListenTarget> targets, HttpOptions options, RequestServices services);
}
