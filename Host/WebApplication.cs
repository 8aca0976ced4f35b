using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Services;
using Stryke.Web.Host.Launch;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Routing;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host;

/// <summary>
/// An app. Its author writes <c>public sealed partial class Application : WebApplication;</c> in <c>config/Application.cs</c>, and the
/// compiler writes the other half, which overrides all that is abstract here.
/// </summary>
public abstract class WebApplication : IApp
{
    /// <summary>
    /// What the app is called in what it prints. Generated as the last part of the root namespace; override it to call it something else.
    /// </summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the app was compiled without optimisation, as <c>dotnet run</c> does. Such a build is in development unless
    /// <c>STRYKE_ENV</c> says otherwise.
    /// </summary>
    public abstract bool IsDebugBuild { get; }

    /// <summary>The folder of the app's sources on the machine it was built on, for error pages. Null in a Release build.</summary>
    public virtual string? SourceRoot => null;

    /// <summary>Whether the app has models, migrations or seeds. Where it has none, no database is opened.</summary>
    public abstract bool UsesDatabase { get; }

    /// <summary>All routes, in the order of <c>config/Routes.cs</c>.</summary>
    public abstract IReadOnlyList<RouteInfo> Routes { get; }

    /// <summary>All migrations, in the order of their versions.</summary>
    public abstract IReadOnlyList<MigrationInfo> Migrations { get; }

    /// <summary>What <c>db seed</c> runs; null when the app has no class that derives from <see cref="Seeds"/>.</summary>
    public abstract Seeds? CreateSeeds();

    /// <summary>
    /// Makes the app's observers, which <c>config/Observers.cs</c> lists (<see cref="ObserverList"/>); null when it lists none.
    /// </summary>
    /// <param name="onFault">Told what an observer threw, and where.</param>
    public virtual ObserverSet? CreateObservers(Action<Exception, string> onFault) => null;

    /// <summary>Starts the app's pipeline on each core and listens.</summary>
    /// <param name="system">The cores.</param>
    /// <param name="targets">The addresses; with port 0 a free port is taken, and the listener tells which.</param>
    /// <param name="options">Limits of requests.</param>
    /// <param name="services">What all requests share.</param>
    /// <exception cref="AddressInUseException">Another program listens there.</exception>
    /// <exception cref="ListenException">An address cannot be used.</exception>
    public abstract Listener Listen(ActorSystem system, IReadOnlyList<ListenTarget> targets, HttpOptions options, RequestServices services);

    void IApp.AddSettings(SettingsList settings) => AddSettings(settings);

    void IApp.AddServices(ServiceList services, SettingsSet settings) => AddServices(services, settings);

    /// <summary>
    /// Adds sections of the app's own to <c>config/server.toml</c>: <c>settings.Add&lt;MailSettings&gt;();</c>. Called once, before the
    /// settings are read. By default there are none.
    /// </summary>
    protected virtual void AddSettings(SettingsList settings) { }

    /// <summary>
    /// Adds what works beside the requests: <c>services.Add(new Heartbeat());</c>. Called once by <c>serve</c>, when the database is open.
    /// Services start in this order before the app listens, and stop in the reverse one when the last request has ended. By default there
    /// are none.
    /// </summary>
    /// <param name="services">The services; those of the framework are not among them, and start before.</param>
    /// <param name="settings">All sections, those of <see cref="AddSettings"/> too.</param>
    protected virtual void AddServices(ServiceList services, SettingsSet settings) { }
}
