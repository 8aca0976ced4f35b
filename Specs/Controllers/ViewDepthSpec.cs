using Stryke.Web.Actors;
using Stryke.Web.Middleware;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>A view that calls itself without an end is a 500 of one request: the server lives on, and its log stays short.</summary>
public sealed class ViewDepthSpec
{
    private const string Source = """
        namespace Blog;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/trees/:depth", Trees.Show);
            }
        }

        public sealed partial class TreesController : Controller
        {
            protected override string? Layout => null;

            public Result Show(long depth) => Views.Trees.Node(depth);
        }
        """;

    // With locals enough that a frame is not a small one.
    private const string Node = """
        <%@ long depth %>
        <% decimal a = depth, b = a + 1, c = b + a, d = c + b, e = d + c, f = e + d; Guid g = Guid.Empty, h = g, i = h; %>
        <ul><li title="<%= a + b + c + d + e + f %>"><%= g == h && h == i %>
        <% if (depth != 0) { %><%= Views.Trees.Node(depth - 1) %><% } %>
        </li></ul>
        """;

    [Theory]
    [InlineData(StrykeEnvironment.Development)]
    [InlineData(StrykeEnvironment.Production)]
    public async Task A_view_without_an_end_is_a_500_and_the_next_request_is_served(StrykeEnvironment environment)
    {
        await using var app = SpecApp.Start(
            AppCompilation.WithTemplate(Source, "trees/_node.html.erb", Node),
            Backend.Auto,
            environment: environment
        );

        (int status, string body) = await app.Get("/trees/-1");
        Assert.Equal(500, status);
        Assert.Equal(environment == StrykeEnvironment.Development, body.Contains("trees/_node > trees/_node", StringComparison.Ordinal));
        Assert.Equal(200, (await app.Get("/trees/99")).Status);

        string log = app.Log();
        Assert.Contains(
            "GET /trees/-1 (TreesController#Show) failed: Stryke.Web.Views.ViewDepthException: Views are nested more "
                + "than 100 deep: trees/_node > ",
            log,
            StringComparison.Ordinal
        );
        Assert.InRange(log.Split('\n').Length, 10, 120);
    }

    [Fact]
    public async Task Whatever_the_limit_the_stack_of_a_core_is_enough_to_say_so()
    {
        await using var app = SpecApp.Start(
            AppCompilation.WithTemplate(Source, "trees/_node.html.erb", Node),
            Backend.Auto,
            environment: StrykeEnvironment.Production,
            maxViewDepth: int.MaxValue
        );

        Assert.Equal(500, (await app.Get("/trees/-1")).Status);
        Assert.Equal(200, (await app.Get("/trees/500")).Status);
        Assert.Equal(500, (await app.Get("/trees/-1")).Status);
        Assert.Contains("the thread's stack is used up: trees/_node > ", app.Log(), StringComparison.Ordinal);
        Assert.InRange(app.Log().Split('\n').Length, 20, 240);
    }
}
