using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Services;
using Stryke.Web.Host;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Routing;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Specs.Host;

/// <summary>An app whose other half is written by hand: two migrations, seeds, two routes, and one answer to everything.</summary>
internal sealed class TestApplication : WebApplication
{
    public override string Name => "Shop";

    public override bool IsDebugBuild => true;

    public override string SourceRoot => "/src/Shop/";

    public override bool UsesDatabase => true;

    public override IReadOnlyList<RouteInfo> Routes { get; } =
    [
        new("GET", "/", "HomeController", "Index", "Root", "config/Routes.cs", 7),
        new("DELETE", "/orders/:id", "OrdersController", "Destroy", "Order", "config/Routes.cs", 12),
    ];

    public override IReadOnlyList<MigrationInfo> Migrations { get; } =
    [new(20260101000000, "CreateOrders", () => new CreateOrders()), new(20260102000000, "CreateItems", () => new CreateItems())];

    public override Seeds CreateSeeds() => SeedsOf?.Invoke() ?? new OrderSeeds();

    /// <summary>Other seeds, for specs of what they do.</summary>
    public Func<Seeds>? SeedsOf { get; init; }

    public override Listener Listen(
        ActorSystem system,
        IReadOnlyList<ListenTarget> targets,
        HttpOptions options,
        RequestServices services
    ) => HttpServer.Start(system, targets, options, _ => new HelloEntry(), AccessLog.For(services.Log, services.AccessLog));

    /// <summary>Sections of its own.</summary>
    public Action<SettingsList> Sections { get; init; } = static _ => { };

    /// <summary>Services of its own.</summary>
    public Action<ServiceList, SettingsSet> Services { get; init; } = static (_, _) => { };

    protected override void AddSettings(SettingsList settings) => Sections(settings);

    protected override void AddServices(ServiceList services, SettingsSet settings) => Services(services, settings);

    private sealed class CreateOrders : Migration
    {
        public override void Change() => CreateTable("orders", t => t.String("number"));
    }

    private sealed class CreateItems : Migration
    {
        public override void Change() => CreateTable("items", t => t.String("name"));
    }

    private sealed class OrderSeeds : Seeds
    {
        public override async Task Run()
        {
            await Database.Current.Execute("INSERT INTO orders (number) VALUES ('1')");
            await Database.Current.Execute("INSERT INTO items (name) VALUES ('a')");
        }
    }

    private readonly struct HelloEntry : IHttpApplication
    {
        public BodyPlan PlanBody(HttpExchange exchange) => BodyPlan.Default;

        public void Handle(HttpExchange exchange)
        {
            if (exchange.Request.RawPath.SequenceEqual("/boom"u8))
                throw new InvalidOperationException("boom\nin two lines");
            exchange.Response.Write("hello"u8);
            exchange.Complete();
        }
    }
}
