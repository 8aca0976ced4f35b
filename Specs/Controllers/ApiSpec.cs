using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>An API beside pages: its stack, its errors, its tokens.</summary>
public sealed class ApiSpec(ApiSpec.Running running) : IClassFixture<ApiSpec.Running>
{
    private const string App = """
        namespace Shop;

        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Root(Home.Index);
                Post("/", Home.Change);
                Post("/orders", Home.Change);
                Namespace("api/v1", api =>
                {
                    api.Resources(Api.V1.Items, only: [Index, Show, Create, Update]);
                    api.Get("session", Api.V1.Items.Session2);
                    api.Get("fault", Api.V1.Items.Fault);
                    api.Get("forbidden", Api.V1.Items.No);
                });
            }
        }

        public sealed partial class HomeController : Controller
        {
            public Result Index() => Text("page");
            public Result Change() => Text($"changed {Params["a"]}");
        }

        public struct Marked : IMiddleware
        {
            public void Start(RequestServices services) { }
            public bool OnRequest(RequestContext context) => true;
            public void OnResponse(RequestContext context) => context.Response.AddHeader("X-Api", "1");
        }

        public sealed class Stack : MiddlewareStack
        {
            protected override void Draw() { Use<SecurityHeaders>(); Use<StaticAssets>(); Use<Uploads>(); Use<Sessions>(); Use<Csrf>(); }
            protected override void DrawApi() { Use<SecurityHeaders>(); Use<Marked>(); }
        }
        """;

    private const string Api = """
        namespace Shop.Api.V1;

        public readonly record struct Item(long Id, string Name);

        public abstract partial class BaseController : ApiController
        {
            [Before] private Result? RequireToken() => BearerToken is null or "s3cret==" ? null : Unauthorized();
        }

        public sealed partial class ItemsController : BaseController
        {
            public Result Index() => Text(BearerToken ?? "nobody");
            public Result Show(long id) => id == 1 ? Json(new Item(1, "Pen")) : NotFound();
            public Result Create(string name) => Created("/api/v1/items/2", Json(new Item(2, name)));
            [MaxBody(10)] public Result Update(long id) => NoContent();
            public Result Session2() => Text(Context.Session["a"] ?? "");
            public Result Fault() => throw new InvalidOperationException("kaputt");
            public Result No() => Unauthorized("No entry.");
        }
        """;

    [Fact]
    public async Task An_unsafe_request_needs_neither_a_session_nor_a_form_token()
    {
        using var response = await Send(HttpMethod.Post, "/api/v1/items", json: """{"name":"Ink"}""");
        Assert.Equal(
            (201, "/api/v1/items/2", """{"id":2,"name":"Ink"}"""),
            ((int)response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync())
        );
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Its_stack_is_its_own_and_pages_keep_theirs()
    {
        using HttpResponseMessage api = await Send(HttpMethod.Get, "/api/v1/items/1"),
            page = await Send(HttpMethod.Get, "/");
        Assert.True(api.Headers.Contains("X-Api"));
        Assert.Equal(["nosniff"], api.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(api.Headers.Contains("X-Frame-Options"));
        Assert.False(page.Headers.Contains("X-Api"));
        using var form = new FormUrlEncodedContent([new("a", "1")]);
        using var forged = await running.App.Client.PostAsync("/orders", form);
        Assert.Equal(403, (int)forged.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/items/2", 404, "Not Found")]
    [InlineData("GET", "/api/v1/nothing", 404, "Not Found")]
    [InlineData("GET", "/api", 404, "Not Found")]
    [InlineData("DELETE", "/api/v1/items", 405, "Method Not Allowed")]
    [InlineData("PUT", "/api/v1/nothing", 404, "Not Found")]
    [InlineData("GET", "/api/v1/items/x", 400, "Bad Request")]
    [InlineData("GET", "/api/v1/fault", 500, "Internal Server Error")]
    [InlineData("GET", "/api/v1/session", 500, "Internal Server Error")]
    public async Task RFC9457_errors_are_problem_details_whatever_the_client_accepts(string method, string path, int status, string title)
    {
        foreach (string accept in new[] { "text/html", "application/json", "*/*" })
        {
            using var response = await Send(new HttpMethod(method), path, headers: ("Accept", accept));
            Assert.Equal(
                (status, "application/problem+json"),
                ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString())
            );
            var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(
                (status, title, "about:blank"),
                (
                    problem.GetProperty("status").GetInt32(),
                    problem.GetProperty("title").GetString(),
                    problem.GetProperty("type").GetString()
                )
            );
            Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
            Assert.True(response.Headers.Contains("X-Api"));
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_problem_details()
    {
        using var response = await Send(HttpMethod.Put, "/api/v1/items/1", json: "{\"name\":\"Paper\"}");
        Assert.Equal((413, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Equal(413, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/apiary")]
    [InlineData("/nothing")]
    public async Task What_is_not_below_the_api_has_the_pages_errors(string path)
    {
        using var response = await Send(HttpMethod.Get, path, headers: ("Accept", "text/html"));
        Assert.Equal((404, "text/html; charset=utf-8"), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
    }

    [Theory]
    [InlineData("Bearer s3cret==", "s3cret==")]
    [InlineData("bearer  s3cret== ", "s3cret==")]
    [InlineData("Basic s3cret==", "nobody")]
    [InlineData("Bearer", "nobody")]
    [InlineData("Bearer a b", "nobody")]
    [InlineData("Bearer a=b", "nobody")]
    [InlineData("Bearer =", "nobody")]
    public async Task RFC6750_2_1_the_token_is_that_of_the_authorization_field(string field, string body)
    {
        using var response = await Send(HttpMethod.Get, "/api/v1/items", headers: ("Authorization", field));
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_authorization_fields_are_no_token()
    {
        using var client = new RawClient(running.App.EndPoint);
        string answer = await client.Send(
            "GET /api/v1/items HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer s3cret==\r\nAuthorization: Bearer other\r\n\r\n"
        );
        Assert.EndsWith("nobody", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/items", "Bearer wrong", "Bearer error=\"invalid_token\"")]
    [InlineData("/api/v1/forbidden", null, "Bearer")]
    public async Task RFC6750_3_a_401_has_a_challenge(string path, string? field, string challenge)
    {
        using var response = await Send(HttpMethod.Get, path, headers: field is null ? ("X", "y") : ("Authorization", field));
        Assert.Equal((401, challenge), ((int)response.StatusCode, response.Headers.WwwAuthenticate.Single().ToString()));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("application/json", null, null, 200)]
    [InlineData("application/json", "s=1", null, 403)]
    [InlineData("application/json", null, "https://evil.example", 403)]
    [InlineData("text/plain", null, null, 403)]
    [InlineData("application/x-www-form-urlencoded", null, null, 403)]
    public async Task A_page_takes_JSON_without_a_token_only_where_no_cookie_comes_with_it(
        string type,
        string? cookie,
        string? origin,
        int status
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = new StringContent("{\"a\":1}", Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await running.App.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
            Assert.Equal("changed 1", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Session[\"a\"] = \"b\"")]
    [InlineData("Cookies.Delete(\"a\")")]
    [InlineData("Flash.Keep()")]
    public void Session_cookies_and_flash_do_not_compile_in_an_api(string use) =>
        Assert.Contains(
            AppCompilation
                .Of(
                    $$"""
                    public sealed partial class ItemsController : ApiController { public Result Index() { {{use}}; return NoContent(); } }
                    public sealed partial class Routes : RouteMap { protected override void Draw() => Root(Items.Index); }
                    """
                )
                .Errors(),
            error =>
                error.Id == "CS0619"
                && error
                    .GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                    .Contains("An ApiController has no session, cookies or flash", StringComparison.Ordinal)
        );

    [Fact]
    public async Task An_api_without_a_stack_of_its_own_has_the_security_headers()
    {
        await using var app = SpecApp.Start(
            """
            public sealed partial class ItemsController : ApiController { public Result Index() => Text("a");
                public Result Create() => NoContent(); }
            public sealed partial class Routes : RouteMap { protected override void Draw() { Root(Items.Index); Post("/", Items.Create); } }
            """
        );
        using HttpResponseMessage get = await app.Client.GetAsync("/"),
            post = await app.Client.PostAsync("/", null),
            other = await app.Client.GetAsync("/other");
        Assert.Equal((200, 204, 404), ((int)get.StatusCode, (int)post.StatusCode, (int)other.StatusCode));
        Assert.True(get.Headers.Contains("X-Content-Type-Options"));
    }

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        string? json = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await running.App.Client.SendAsync(request);
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(AppCompilation.Of(ApiSpec.App, Api), Stryke.Web.Actors.Backend.Auto);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
