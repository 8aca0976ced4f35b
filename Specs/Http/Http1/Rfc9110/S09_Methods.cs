using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Compiler.Routes;
using Stryke.Web.Specs.Controllers;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>RFC 9110 §9, Methods: those of the server itself, and, through an app's routes, the ones that a resource allows.</summary>
public class S09_Methods(LiveServers servers) : LiveSpec(servers)
{
    private const string App =
        """
            namespace Shop;

            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Root(Items.Index);
                    Resources(Items, only: [Index, Show, Destroy]);
                }
            }

            public sealed partial class ItemsController : Controller
            {
                public Result Index() => Text("items"u8);

                public Result Show(long id) => Text($"item {id}");

                public Result Destroy(long id) => Text($"gone {id}");
            }
            """ + SpecApp.PlainStack;

    [Theory]
    [OnEveryBackend]
    public async Task S9_3_2_HEAD_is_GET_without_content(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"HEAD /a HTTP/1.1\r\n{Host}\r\nGET /a HTTP/1.1\r\n{Host}\r\n");
        var head = await client.ReadAsync(isHead: true);
        var get = await client.ReadAsync();
        Assert.Equal((200, "GET /a x "), (get.Status, get.Body));
        Assert.Equal($"{"HEAD /a x ".Length}", head["Content-Length"]);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S9_3_7_OPTIONS_of_the_server_and_of_a_resource(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        foreach (string? target in new[] { "*", "http://x" })
        {
            var answer = await client.AskAsync($"OPTIONS {target} HTTP/1.1\r\n{Host}\r\n");
            Assert.Equal((204, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"), (answer.Status, answer["Allow"]));
            Assert.Null(answer["Content-Length"]);
        }

        Assert.Equal("OPTIONS / x ", (await client.AskAsync($"OPTIONS / HTTP/1.1\r\n{Host}\r\n")).Body);
    }

    [Theory]
    [OnEveryBackend("DELETE", "/", "GET, HEAD")]
    [OnEveryBackend("POST", "/items/1", "GET, HEAD, DELETE")]
    [OnEveryBackend("PUT", "/items/1", "GET, HEAD, DELETE")]
    [OnEveryBackend("TRACE", "/items", "GET, HEAD")]
    public async Task S9_1_and_15_5_6_a_method_that_a_resource_does_not_allow_is_405_with_Allow(
        Backend backend,
        string method,
        string path,
        string allow
    )
    {
        await using var app = SpecApp.Start(AppCompilation.Of(App), backend);
        using var client = await TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.EndPoint.Port));
        var answer = await client.AskAsync($"{method} {path} HTTP/1.1\r\n{Host}Cookie: secret=1\r\n\r\n");
        Assert.Equal((405, allow), (answer.Status, answer["Allow"]));
        Assert.DoesNotContain("secret", answer.Body);

        // The request was understood: the connection goes on.
        Assert.Null(answer["Connection"]);
        Assert.Equal("item 1", (await client.AskAsync($"GET /items/1 HTTP/1.1\r\n{Host}\r\n")).Body);
        Assert.Equal(404, (await client.AskAsync($"{method} /nowhere HTTP/1.1\r\n{Host}\r\n")).Status);
    }
}
