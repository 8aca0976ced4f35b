using Xunit;

namespace Stryke.Web.Specs.Controllers;

public sealed class PipelineSpec
{
    private const string App =
        """
            namespace Shop;

            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Root(Home.Index);
                    Get("/json", Home.Data);
                    Get("/late", Home.Late);
                    Get("/foreign/text", Home.ForeignText);
                    Get("/foreign/json", Home.ForeignJson);
                    Get("/home", Home.ComesHome);
                    Resources(Items, items => items.Member(item => item.Get("size", Items.Size)), only: [Index, Show, Destroy]);
                }
            }

            public readonly record struct Data(string Text, int? Count);

            public sealed partial class HomeController : Controller
            {
                public Result Index() => Text("Hello"u8);

                public Result Data() => Json(new Data("Hi", null));

                public async Task<Result> Late()
                {
                    await Task.Delay(5);
                    return Text("late");
                }

                public async Task<Result> ForeignText()
                {
                    await Task.Run(() => { }).ConfigureAwait(false);
                    await Task.Delay(1).ConfigureAwait(false);
                    return Text("foreign"u8);
                }

                public async ValueTask<Result> ForeignJson()
                {
                    await Task.Delay(1).ConfigureAwait(false);
                    return Json(new Data("foreign", 3));
                }

                public async Task<Result> ComesHome()
                {
                    var before = Stryke.Web.Actors.Core.Current;
                    await Task.Run(() => { });
                    await Task.Delay(1);
                    return Text(before is not null && ReferenceEquals(before, Stryke.Web.Actors.Core.Current) ? "same core" : "elsewhere");
                }
            }

            public sealed partial class ItemsController : Controller
            {
                public Result Index(int page = 1) => Text($"page {page}");

                public Result Show(long id) => Text($"item {id}");

                public Result Size(long id) => Head(id == 42 ? 204 : 404);

                public Result Destroy(long id) => Text($"gone {id}");
            }
            """ + SpecApp.PlainStack;

    [Theory]
    [InlineData("/")]
    [InlineData("/json")]
    public async Task A_synchronous_action_allocates_nothing_through_the_whole_pipeline(string path)
    {
        await using var app = SpecApp.Start(App);
        var connection = new RawClient(app.EndPoint);
        for (int i = 0; i < 200; i++)
            await connection.Send($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        // Tiered compilation may still allocate for its own ends in a single request; it does not in each of many.
        long least = long.MaxValue;
        for (int i = 0; i < 20; i++)
        {
            await connection.Send($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
            least = Math.Min(least, app.LastAllocatedBytes);
        }
        Assert.Equal(0, least);
    }

    [Fact]
    public async Task A_bound_id_allocates_only_its_answer()
    {
        await using var app = SpecApp.Start(App);
        var connection = new RawClient(app.EndPoint);
        for (int i = 0; i < 50; i++)
            await connection.Send("GET /items/42/size HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal(0, app.LastAllocatedBytes);
    }

    [Fact]
    public async Task What_no_route_answers_is_404_and_another_method_405_with_Allow()
    {
        await using var app = SpecApp.Start(App);
        Assert.Equal(404, (await app.Get("/nowhere")).Status);
        using var response = await app.Client.PostAsync("/items/1", null);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["GET", "HEAD", "DELETE"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task HEAD_is_answered_by_the_action_of_GET_without_its_body()
    {
        await using var app = SpecApp.Start(App);
        using var response = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(5, response.Content.Headers.ContentLength);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_may_ask_for_another_method()
    {
        await using var app = SpecApp.Start(App);
        using var form = new FormUrlEncodedContent([new("_method", "delete")]);
        using var response = await app.Client.PostAsync("/items/5", form);
        Assert.Equal("gone 5", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_result_from_a_foreign_thread_comes_home_before_it_touches_the_connection()
    {
        await using var app = SpecApp.Start(App);
        Assert.Equal((200, "foreign"), await app.Get("/foreign/text"));
        Assert.Equal((200, """{"text":"foreign","count":3}"""), await app.Get("/foreign/json"));
    }

    [Fact]
    public async Task An_await_comes_back_to_the_core()
    {
        await using var app = SpecApp.Start(App, cores: 2);
        Assert.Equal((200, "same core"), await app.Get("/home"));
    }

    [Fact]
    public async Task A_request_goes_from_its_route_to_its_action_and_back()
    {
        await using var app = SpecApp.Start(App);
        Assert.Equal((200, "Hello"), await app.Get("/"));
        Assert.Equal((200, """{"text":"Hi","count":null}"""), await app.Get("/json"));
        Assert.Equal((200, "late"), await app.Get("/late"));
        Assert.Equal((200, "page 1"), await app.Get("/items"));
        Assert.Equal((200, "page 7"), await app.Get("/items?page=7"));
        Assert.Equal((200, "item 42"), await app.Get("/items/42"));
    }
}
