using Stryke.Web.Specs.Controllers;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

/// <summary>What an action takes beside the captures is the query of its path: typed, optional, encoded, and read back as it was.</summary>
public sealed class PathQueriesSpec
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Root(Posts.Index);
                    Resources(Posts, only: [Index, Create, Show]);
                    Get("/posts/:id/comments", Posts.Comments, name: "PostComments");
                    Get("/all", Posts.All);
                    Get("/plain", Posts.Plain);
                    Get("/links", Posts.Links);
                    Get("/functions", Posts.Functions);
                    Get("/files/*path", Posts.Files);
                }
            }
            public enum Order { Newest, Oldest }
            internal enum Hidden { One, Two }
            public sealed partial class PostsController : Controller
            {
                public Result Index(string? q, int page = 1) => Text($"<{q}> {page}");
                public Result Create(string title) => Text(title);
                public Result Show(long id, bool? preview) => Text($"{id} {preview}");
                public Result Comments(long id, string @class = "x", Order order = Order.Newest) => Text($"{id} {@class} {order}");
                public Result Plain() => Text("plain");
                public Result Files(string path, string? version) => Text($"{path} {version}");
                public Result All(decimal price, double ratio, DateOnly day, TimeOnly time, DateTimeOffset at, TimeSpan span,
                    Guid key, Order? order, bool on) =>
                    Text(FormattableString.Invariant($"{price} {ratio} {day:yyyyMMdd} {time:HHmmss} {at:O} {span} {key} {order} {on}"));
                public Result Links()
                {
                    const string index = Paths.Posts;
                    return Text(string.Join('\n', [
                        index,
                        Paths.Posts,
                        Paths.Posts(q: "R&D", page: 2),
                        Paths.Posts(page: 3),
                        Paths.Posts("ä b"),
                        Paths.Posts(),
                        Paths.Root,
                        Paths.Root(q: ""),
                        Paths.Post(7),
                        Paths.Post(7, preview: true),
                        Paths.PostComments(7, @class: "a/b", order: Order.Oldest),
                        Paths.Plain,
                        Paths.Files("a b/c", version: "1"),
                        Paths.All(
                            -12.50m, 0.25, new DateOnly(2026, 4, 26), new TimeOnly(9, 5, 30), 
                            new DateTimeOffset(2026, 4, 26, 9, 5, 0, TimeSpan.FromHours(2)),
                            new TimeSpan(1, 2, 3, 4), new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), Order.Oldest, on: false),
                    ]));
                }
                public Result Functions() => Text(string.Join(' ', new long[] { 1, 2 }.Select(Paths.Post)));
            }
            internal sealed partial class InnerController : Controller
            {
                public Result Choose(Hidden choice) => Text($"{choice}");
            }
            """ + SpecApp.PlainStack;

    [Fact]
    public async Task A_path_takes_a_query_and_the_action_reads_it()
    {
        await using var app = SpecApp.Start(App);
        string[] links = (await app.Get("/links")).Body.Split('\n');
        Assert.Equal(
            [
                "/posts",
                "/posts",
                "/posts?q=R%26D&page=2",
                "/posts?page=3",
                "/posts?q=%C3%A4%20b",
                "/posts",
                "/",
                "/?q=",
                "/posts/7",
                "/posts/7?preview=true",
                "/posts/7/comments?class=a%2Fb&order=Oldest",
                "/plain",
                "/files/a%20b/c?version=1",
            ],
            links[..13]
        );
        Assert.Equal((200, "<R&D> 2"), await app.Get(links[2]));
        Assert.Equal((200, "<ä b> 1"), await app.Get(links[4]));
        Assert.Equal((200, "7 a/b Oldest"), await app.Get(links[10]));
        Assert.Equal((200, "a b/c 1"), await app.Get(links[12]));
        Assert.Equal(
            (
                200,
                "-12.50 0.25 20260426 090530 2026-04-26T09:05:00.0000000+02:00 1.02:03:04 0f8fad5b-d9cb-469f-a165-70867728950e Oldest False"
            ),
            await app.Get(links[13])
        );
        Assert.Equal((200, "/posts/1 /posts/2"), await app.Get("/functions"));
    }

    [Fact]
    public void A_type_that_only_the_app_knows_makes_a_path_that_only_the_app_sees()
    {
        var app = AppCompilation
            .Of(
                App.Replace(
                    "Get(\"/plain\", Posts.Plain);",
                    "Get(\"/plain\", Posts.Plain); Get(\"/choose\", Inner.Choose);",
                    StringComparison.Ordinal
                )
            )
            .Builds();
        Assert.Contains("internal static string Choose(global::Hidden? choice = null)", app.Source("Paths.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_queries_the_paths_are_a_static_class() =>
        Assert.Contains(
            "public static class Paths",
            AppCompilation
                .Of(
                    """
                    public sealed partial class Routes : RouteMap
                    {
                        protected override void Draw()
                        {
                            Root(Home.Index);
                        }
                    }
                    public sealed partial class HomeController : Controller
                    {
                        public Result Index() => Head(200);
                    }
                    """
                )
                .Builds()
                .Source("Paths.g.cs"),
            StringComparison.Ordinal
        );
}
