using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Compiler.Routes;
using Stryke.Web.Specs.Controllers;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>
/// An app throws, wherever it is called on the way of a request: in middleware, in an action, after its await, half-way
/// through a view, while an answer is written. The client gets a whole 500, or a connection that ends; it is logged
/// once, with its route; and nobody else on the core notices.
/// </summary>
public class PipelineFaultsSpec
{
    private const string App = """
        namespace Blog;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/fine", Home.Fine);
                Get("/sync", Home.Sync);
                Get("/later", Home.Later);
                Get("/foreign", Home.Foreign);
                Get("/view", Home.View);
                Get("/view/later", Home.ViewLater);
                Get("/stream", Home.Written);
                Get("/stream/later", Home.WrittenLater);
                Get("/posted", Home.Posted);
            }
        }

        public sealed partial class HomeController : Controller
        {
            public Result Fine() => Text("fine"u8);
            public Result Sync() { Text("half of it"u8); throw new InvalidOperationException("boom"); }
            public async Task<Result> Later() { await Task.Yield(); throw new InvalidOperationException("boom"); }
            public async Task<Result> Foreign() { await Task.Run(() => { }).ConfigureAwait(false);
                throw new InvalidOperationException("boom"); }
            public Result View() => Views.Home.Broken("boom");
            public async Task<Result> ViewLater() { await Task.Yield(); return Views.Home.Broken("boom"); }
            public Result Written() => Stream(async (stream, cancel) =>
            {
                await stream.WriteAsync(new byte[100], cancel);
                throw new InvalidOperationException("boom");
            });
            public async Task<Result> WrittenLater()
            {
                await Task.Yield();
                return Stream(async (stream, cancel) =>
                {
                    await stream.WriteAsync(new byte[100], cancel);
                    await Task.Run(() => { }).ConfigureAwait(false);
                    throw new InvalidOperationException("boom");
                });
            }
            public Result Posted()
            {
                Stryke.Web.Actors.Core.Current!.Post(() => throw new InvalidOperationException("boom"));
                return Text("fine"u8);
            }
        }

        public static class Bomb
        {
            public static string Go(string message) => throw new InvalidOperationException(message);
        }

        public struct Outer : IMiddleware
        {
            public void Start(RequestServices services) { }
            public bool OnRequest(RequestContext context) => true;
            public void OnResponse(RequestContext context) => context.Response.AddHeader("X-Outer", "seen");
        }

        public struct Flaky : IMiddleware
        {
            public void Start(RequestServices services) { }
            public bool OnRequest(RequestContext context) =>
                context.Request.RawQuery.SequenceEqual("in"u8) ? throw new InvalidOperationException("boom") : true;
            public void OnResponse(RequestContext context)
            {
                if (context.Request.RawQuery.SequenceEqual("out"u8)) throw new InvalidOperationException("boom");
            }
        }

        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw()
            {
                Use<Outer>();
                Use<Flaky>();
                Use<Sessions>();
            }
        }
        """;

    private const string Page = "<%@ string message %>\n<p>half of it</p><%= Bomb.Go(message) %><p>never</p>\n";

    private static readonly AppCompilation Compiled = AppCompilation.WithTemplate(App, "home/broken.html.erb", Page);

    [Theory]
    [OnEveryBackend("/sync", "Sync")]
    [OnEveryBackend("/later", "Later")]
    [OnEveryBackend("/foreign", "Foreign")]
    [OnEveryBackend("/view", "View")]
    [OnEveryBackend("/view/later", "ViewLater")]
    [OnEveryBackend("/fine?in", "Fine")]
    [OnEveryBackend("/fine?out", "Fine")]
    public async Task A_fault_is_a_whole_500_logged_once_with_its_route_and_nobody_else_notices(
        Backend backend,
        string target,
        string action
    )
    {
        await using var app = Start(backend);
        using var bystander = await ConnectAsync(app);
        await IsServedAsync(bystander);
        using var client = await ConnectAsync(app);

        // What was pipelined behind it is served on the same connection: the answer was whole.
        await client.SendAsync($"GET {target} HTTP/1.1\r\nHost: x\r\n\r\nGET /fine HTTP/1.1\r\nHost: x\r\n\r\n");
        var answer = await client.ReadAsync();
        Assert.Equal(500, answer.Status);
        Assert.Equal("seen", answer["X-Outer"]);
        Assert.DoesNotContain("half of it", answer.Body);
        Assert.DoesNotContain("boom", answer.Body);
        Assert.Equal("fine", (await client.ReadAsync()).Body);
        await IsServedAsync(bystander);
        string log = app.Log();
        Assert.Equal(
            2,
            log.Split($"GET {target.Split('?')[0]} (HomeController#{action}) failed: System.InvalidOperationException: boom").Length
        );
        Assert.Equal(2, log.Split("System.InvalidOperationException").Length);
    }

    [Theory]
    [OnEveryBackend("/stream", "Written")]
    [OnEveryBackend("/stream/later", "WrittenLater")]
    public async Task A_fault_while_an_answer_is_written_ends_the_connection_and_is_logged_once_with_its_route(
        Backend backend,
        string path,
        string action
    )
    {
        await using var app = Start(backend);
        using var bystander = await ConnectAsync(app);
        await IsServedAsync(bystander);
        using var client = await ConnectAsync(app);
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        try
        {
            Assert.DoesNotContain("\r\n0\r\n", await client.ReadToEndAsync());
        }
        catch (System.Net.Sockets.SocketException)
        {
            // A reset says as well that the answer is not whole.
        }

        await IsServedAsync(bystander);
        Assert.Equal(path, Assert.Single(app.Faults).Where);
        string log = app.Log();
        Assert.Equal(2, log.Split($"GET {path} (HomeController#{action}) failed: System.InvalidOperationException: boom").Length);
        Assert.Equal(2, log.Split(" failed: ").Length);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Work_that_an_action_posted_fails_without_its_request(Backend backend)
    {
        await using var app = Start(backend);
        using var client = await ConnectAsync(app);
        Assert.Equal("fine", (await client.AskAsync("GET /posted HTTP/1.1\r\nHost: x\r\n\r\n")).Body);
        await IsServedAsync(client);
        Assert.Equal("boom", Assert.Single(app.Faults).Fault.Message);
    }

    private static SpecApp Start(Backend backend)
    {
        try
        {
            return SpecApp.Start(Compiled, backend);
        }
        catch (PlatformNotSupportedException refusal)
        {
            Assert.Skip($"{backend} is not to be had on this machine: {refusal.Message}");
            throw;
        }
    }

    private static Task<TestClient> ConnectAsync(SpecApp app) =>
        TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.EndPoint.Port));

    private static async Task IsServedAsync(TestClient client) =>
        Assert.Equal("fine", (await client.AskAsync("GET /fine HTTP/1.1\r\nHost: x\r\n\r\n")).Body);
}
