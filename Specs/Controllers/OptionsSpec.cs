using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>OPTIONS: a route of its own, or what the server knows of a path.</summary>
public sealed class OptionsSpec
{
    private const string App = """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/posts", Home.Index);
                Post("/posts", Home.Index);
                Options("/own/:id", Home.Can);
                Get("/own/:id", Home.Index);
                Namespace("api", api => api.Options("things", Home.Can));
            }
        }
        public sealed partial class HomeController : Controller
        {
            public Result Index() => Text("index");
            public Result Can() { Response.AddHeader("Access-Control-Allow-Methods", "GET"); return NoContent(); }
        }
        """;

    [Theory]
    [InlineData("/own/1", 204, "GET", null)]
    [InlineData("/api/things", 204, "GET", null)]
    [InlineData("/posts", 204, null, "GET, HEAD, POST, OPTIONS")]
    [InlineData("/none", 404, null, null)]
    public async Task RFC9110_9_3_7_a_route_answers_or_the_methods_of_the_path_are_told(string path, int status, string? own, string? allow)
    {
        await using var app = SpecApp.Start(App);
        using var response = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, path));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(own, response.Headers.TryGetValues("Access-Control-Allow-Methods", out var values) ? values.Single() : null);
        Assert.Equal(allow, response.Content.Headers.Allow.Count == 0 ? null : string.Join(", ", response.Content.Headers.Allow));
    }
}
