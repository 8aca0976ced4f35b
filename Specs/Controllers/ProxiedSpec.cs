using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Compiler.Routes;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Stryke.Web.Specs.Http.Proxies;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>What a trusted proxy says of the client reaches whoever asks: routes, security headers, cookies, CSRF, the action.</summary>
public sealed class ProxiedSpec
{
    private const string App = """
        namespace Shop;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/", Home.Admin, host: "admin.example");
                Get("/", Home.Index);
                Post("/upload", Home.Index, host: "admin.example");
                Get("/cookie", Home.Cookie);
            }
        }

        public sealed partial class HomeController : Controller
        {
            public Result Index() => Text($"index for {Request.RemoteEndPoint?.Address}");
            public Result Admin() => Text("admin");
            public Result Cookie() { Cookies.Set("a", "b"); return Text("cookie"); }
        }

        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw()
            {
                Use<SecurityHeaders>();
                Use<Sessions>();
            }
        }
        """;

    private static readonly AppCompilation Compiled = AppCompilation.Of(App);

    [Theory]
    [OnEveryBackend]
    public async Task Routes_of_a_host_see_the_host_that_the_proxy_tells_also_before_the_body_is_planned(Backend backend)
    {
        await using var app = Start(backend, trusted: true);
        Assert.Equal("admin", (await AskAsync(app, "GET / HTTP/1.1", "X-Forwarded-Host: admin.example:8443")).Body);
        Assert.Equal(
            "index for 192.0.2.7",
            (await AskAsync(app, "GET / HTTP/1.1", "X-Forwarded-Host: shop.example", "X-Forwarded-For: 192.0.2.7")).Body
        );
        Assert.Equal(200, (await AskAsync(app, "POST /upload HTTP/1.1", "X-Forwarded-Host: admin.example", "Content-Length: 0")).Status);

        await using var alone = Start(backend, trusted: false);
        Assert.Equal(
            "index for 127.0.0.1",
            (await AskAsync(alone, "GET / HTTP/1.1", "X-Forwarded-Host: admin.example", "X-Forwarded-For: 192.0.2.7")).Body
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Over_https_at_the_proxy_browsers_are_told_to_stay_there(Backend backend)
    {
        await using var app = Start(backend, trusted: true);
        Assert.Equal("max-age=31536000", (await AskAsync(app, "GET / HTTP/1.1", "X-Forwarded-Proto: https"))["Strict-Transport-Security"]);
        Assert.Null((await AskAsync(app, "GET / HTTP/1.1", "X-Forwarded-Proto: http"))["Strict-Transport-Security"]);

        await using var alone = Start(backend, trusted: false);
        Assert.Null((await AskAsync(alone, "GET / HTTP/1.1", "X-Forwarded-Proto: https"))["Strict-Transport-Security"]);
    }

    private static SpecApp Start(Backend backend, bool trusted)
    {
        var proxies = trusted
            ? new ProxyOptions { Trusted = ProxyScene.Networks("127.0.0.1/32"), XForwarded = (XForwardedFields)15 }
            : null;
        try
        {
            return SpecApp.Start(Compiled, backend, proxies);
        }
        catch (PlatformNotSupportedException refusal)
        {
            Assert.Skip($"{backend} is not to be had on this machine: {refusal.Message}");
            throw;
        }
    }

    private static async Task<Http.ReceivedResponse> AskAsync(SpecApp app, string line, params string[] fields)
    {
        using var client = await TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.EndPoint.Port));
        return await client.AskAsync($"{line}\r\nHost: up\r\n{string.Concat(fields.Select(f => f + "\r\n"))}\r\n");
    }
}
