using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>What <c>RespondTo</c> and <c>Format</c> make of <c>Accept</c> and <c>.:format</c>.</summary>
public sealed class NegotiationSpec(NegotiationSpec.Running running) : IClassFixture<NegotiationSpec.Running>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private const string App = """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Get("/any", Home.Any);
                Get("/any.:format", Home.Any, name: "AnyAs");
                Get("/data", Home.Data);
                Get("/name", Home.Name);
                Get("/api", Items.Data);
            }
        }
        public sealed partial class HomeController : Controller
        {
            public Result Any() => RespondTo(html: () => Html("html"), json: () => Json("json"), text: () => Text("text"));
            public Result Data() => RespondTo(json: () => Json("json"));
            public Result Name() => Text(Format);
        }
        public sealed partial class ItemsController : ApiController { public Result Data() => RespondTo(json: () => Json("json")); }
        """;

    [Theory]
    [InlineData("/any", null, "html")]
    [InlineData("/any", "", "html")]
    [InlineData("/any", "*/*", "html")]
    [InlineData("/any", Browser, "html")]
    [InlineData("/any", "application/json, text/plain, */*", "\"json\"")]
    [InlineData("/any", "text/html;q=0.5, application/json", "\"json\"")]
    [InlineData("/any", "text/*", "html")]
    [InlineData("/any", "text/*, text/html;q=0", "text")]
    [InlineData("/any", "*/*, text/html;q=0", "\"json\"")]
    [InlineData("/any", "text/plain;q=0.9, application/json;q=0.8, text/html;q=0.1", "text")]
    [InlineData("/any", "image/png, application/json;q=0.1", "\"json\"")]
    [InlineData("/any.json", "text/html", "\"json\"")]
    [InlineData("/any.txt", "text/html", "text")]
    [InlineData("/data", Browser, "\"json\"")]
    [InlineData("/name", "application/json;q=0.2, text/plain;q=0.3", "text")]
    [InlineData("/name", "image/png", "html")]
    public async Task The_client_gets_what_it_likes_best_of_what_there_is(string path, string? accept, string body) =>
        Assert.Equal((200, body), await Get(path, accept));

    [Theory]
    [InlineData("/any", "image/png")]
    [InlineData("/any", "*/*;q=0")]
    [InlineData("/any.pdf", "*/*")]
    [InlineData("/data", "text/html")]
    public async Task RFC9110_15_5_7_nothing_that_fits_is_406(string path, string accept) =>
        Assert.Equal((406, "Not Acceptable\n"), await Get(path, accept));

    [Fact]
    public async Task In_an_api_the_406_is_problem_details()
    {
        using var response = await running.App.Client.SendAsync(Request("/api", "text/html"));
        Assert.Equal((406, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(["Accept"], response.Headers.Vary);
    }

    [Theory]
    [InlineData("/any", "text/html", true)]
    [InlineData("/any", null, true)]
    [InlineData("/data", "text/html", true)]
    [InlineData("/any.json", "text/html", false)]
    public async Task RFC9110_12_5_5_caches_are_told_when_Accept_decided(string path, string? accept, bool varies)
    {
        using var response = await running.App.Client.SendAsync(Request(path, accept));
        Assert.Equal(varies ? ["Accept"] : [], response.Headers.Vary);
    }

    private static HttpRequestMessage Request(string path, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private async Task<(int Status, string Body)> Get(string path, string? accept)
    {
        using var response = await running.App.Client.SendAsync(Request(path, accept));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(NegotiationSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
