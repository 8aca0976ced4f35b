using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>One actor per controller and core: faults, state, and requests that wait at the same time.</summary>
public sealed class ControllerActorSpec
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/fine", Home.Fine);
                    Get("/boom", Home.Boom);
                    Get("/boom-late", Home.BoomLate);
                    Get("/boom-view", Home.BoomView);
                    Get("/half", Home.Half);
                    Get("/same", Home.Same);
                    Get("/count", Counting.Index);
                    Get("/wait/:id", Counting.Wait);
                    Get("/stray", Home.Stray);
                }
            }
            public sealed class Broken : IView
            {
                public void Render(Template template) => throw new InvalidOperationException("broken view");
            }
            public sealed partial class HomeController : Controller
            {
                private static object? _last;
                private static HomeController? _stray;
                public Result Fine() => Text("fine");
                public Result Boom() => throw new InvalidOperationException("boom");
                public async Task<Result> BoomLate() { await Task.Delay(1); throw new InvalidOperationException("boom late"); }
                public Result BoomView() => Result.View(new Broken());
                public Result Half() { Text("half of an answer"u8); throw new InvalidOperationException("boom"); }
                public Result Same() { bool same = ReferenceEquals(_last, this); _last = this; return Text($"{same}"); }
                public Result Stray()
                {
                    string before = "none";
                    try { if (_stray is { } s) before = s.Params["x"] ?? "null"; } catch (InvalidOperationException) { before = "refused"; }
                    _stray = new HomeController();
                    return Text(before);
                }
            }
            public abstract class Base : Controller { protected string Name { get; set; } = ""; }
            public sealed partial class CountingController : Base
            {
                private int _count;
                public Result Index() => Text($"{++_count}");
                public async Task<Result> Wait(int id)
                {
                    Name = $"{id}";
                    _count = id;
                    await Task.Delay(1 + (id % 7));
                    return Text($"{Name} {_count} {Params["id"]} {Request.Path}");
                }
            }
            """ + SpecApp.PlainStack;

    [Theory]
    [InlineData("/boom", "boom")]
    [InlineData("/boom-late", "boom late")]
    [InlineData("/half", "boom")]
    public async Task A_fault_is_500_and_the_next_request_is_served(string path, string message)
    {
        await using var app = SpecApp.Start(App, StrykeEnvironment.Production);
        for (int i = 0; i < 30; i++) // more often than a supervisor's usual patience
        {
            var (status, body) = await app.Get(path);
            Assert.Equal(500, status);
            Assert.DoesNotContain(message, body, StringComparison.Ordinal);
            Assert.DoesNotContain("half", body, StringComparison.Ordinal);
            Assert.Equal((200, "fine"), await app.Get("/fine"));
        }
    }

    [Theory]
    [InlineData("/boom", "Boom")]
    [InlineData("/boom-late", "BoomLate")]
    public async Task A_fault_is_logged_once_with_its_route_and_told_to_the_supervisor(string path, string action)
    {
        await using var app = SpecApp.Start(App);
        await app.Get(path);
        string log = app.Log();
        Assert.Equal(2, log.Split($"HomeController#{action}").Length);
        Assert.Equal(2, log.Split("System.InvalidOperationException").Length);
        var (fault, where) = Assert.Single(app.Faults);
        Assert.IsType<ActionException>(fault);
        Assert.Contains("HomeController", where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_the_page_says_what_was_thrown_and_where()
    {
        await using var app = SpecApp.Start(App, StrykeEnvironment.Development);
        app.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        var (status, body) = await app.Get("/boom");
        Assert.Equal(500, status);
        Assert.Contains("boom", body, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_controller_without_state_is_used_again_and_one_with_state_is_not()
    {
        await using var app = SpecApp.Start(App);
        await app.Get("/same");
        Assert.Equal((200, "True"), await app.Get("/same"));
        Assert.Equal((200, "1"), await app.Get("/count"));
        Assert.Equal((200, "1"), await app.Get("/count"));
    }

    [Fact]
    public async Task A_fault_drops_the_instance()
    {
        await using var app = SpecApp.Start(App);
        await app.Get("/same");
        await app.Get("/boom");
        Assert.Equal((200, "False"), await app.Get("/same"));
    }

    [Fact]
    public async Task Requests_that_wait_at_the_same_time_share_nothing()
    {
        await using var app = SpecApp.Start(App);
        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(async id => (id, await app.Get($"/wait/{id}"))));
        Assert.All(answers, a => Assert.Equal((200, $"{a.id} {a.id} {a.id} /wait/{a.id}"), a.Item2));
    }

    [Fact]
    public async Task A_client_that_leaves_while_its_action_waits_disturbs_nobody()
    {
        await using var app = SpecApp.Start(App);
        for (int i = 0; i < 20; i++)
        {
            using var client = new System.Net.Sockets.TcpClient();
            await client.ConnectAsync(app.EndPoint);
            await client.GetStream().WriteAsync("GET /wait/6 HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
            if (i % 2 == 0)
                client.LingerState = new System.Net.Sockets.LingerOption(true, 0); // gone with a reset
        }
        Assert.Equal((200, "13 13 13 /wait/13"), await app.Get("/wait/13"));
        Assert.Equal((200, "fine"), await app.Get("/fine"));
        Assert.Empty(app.Faults);
        Assert.Equal("", app.Log());
    }

    [Fact]
    public async Task A_controller_without_a_request_says_so()
    {
        await using var app = SpecApp.Start(App);
        Assert.Equal((200, "none"), await app.Get("/stray"));
        Assert.Equal((200, "refused"), await app.Get("/stray"));
    }
}
