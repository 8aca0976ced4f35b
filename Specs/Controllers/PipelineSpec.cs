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
                Resources(Items, only: [Index, Show]);
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
        }

        public sealed partial class ItemsController : Controller
        {
            public Result Index(int page = 1) => Text($"page {page}");

            public Result Show(long id) => Text($"item {id}");
        }
        """;

    [Fact]
    public async Task ARequestGoesFromItsRouteToItsActionAndBack()
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
