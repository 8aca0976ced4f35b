using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers.Json;

/// <summary>A JSON body is <c>Params</c> like a form's; a body of another type is 415.</summary>
public sealed class JsonBodySpec(JsonBodySpec.Running running) : IClassFixture<JsonBodySpec.Running>
{
    private const string App = """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Post("/show/:id", Home.Show);
                Post("/list", Home.List);
                Post("/permit", Home.Permit);
                Post("/bind", Home.Bound);
                Post("/ignore", Home.Ignore);
                Post("/csv", Home.Csv);
                Post("/stream", Home.Streamed);
                Post("/page", Home.Paged);
            }
        }
        public sealed partial class HomeController : ApiController
        {
            public Result Show()
            {
                var post = Params.Nested("post");
                return Text(string.Join('|', Params["id"], Params["a"], Params["q"], post["title"], post.Nested("author")["name"],
                    string.Join(",", post.All("tags")), post.Has("gone"), post["none"] ?? "-"));
            }
            public Result List() =>
                Text(string.Join(' ', Params.Items(Params["at"] ?? "_json")
                    .Select(item => $"{item["name"]}/{string.Join(",", item.All("sizes"))}")));
            public Result Permit()
            {
                var permitted = new Permitted<string>(Params.Nested("post"), ["title", "body"]);
                return Text($"{(permitted.TryGet("title", out var t) ? t : "-")} {(permitted.TryGet("body", out var b) ? b : "-")} "
                    + $"{(permitted.TryGet("admin", out _) ? "!" : "-")}");
            }
            public Result Bound(int count, decimal price, bool on, string? name = null, int? more = null) =>
                Text(FormattableString.Invariant($"{count} {price} {on} {name ?? "-"} {more?.ToString() ?? "-"}"));
            public Result Ignore() => Text("ignored");
            [Consumes("text/csv", "text/tab-separated-values")] public Result Csv() => Text($"{Request.Body.Length} {Params["q"]}");
            [Consumes("image/*"), StreamBody] public async Task<Result> Streamed()
            {
                using var reader = new System.IO.StreamReader(RequestBody.AsStream());
                return Text(await reader.ReadToEndAsync());
            }
            public Result Paged() => Text(Params.Page.ToString());
        }
        """;

    [Fact]
    public async Task Objects_nest_as_fields_do_and_what_is_sent_keeps_its_text() =>
        Assert.Equal(
            (200, "7|1.50|2|Grüße|Ada|a,true,3|True|-"),
            await Post(
                "/show/7?q=2&a=no",
                """{"id":"no","a":1.50,"post":{"title":"Gr\u00fc\u00dfe","author":{"name":"Ada"},"tags":["a",true,3],"gone":null}}"""
            )
        );

    [Theory]
    [InlineData("""[{"name":"a","sizes":[1,2]},{"name":"b"}]""", "_json", "a/1,2 b/")]
    [InlineData("""{"items":[{"name":"a"},{},{"name":"c"}]}""", "items", "a/ / c/")]
    [InlineData("""{"items":["a"]}""", "items", "")]
    public async Task Objects_in_an_array_are_items(string json, string at, string expected) =>
        Assert.Equal((200, expected), await Post("/list?at=" + at, json));

    [Theory]
    [InlineData("""{"post":{"title":"T","admin":true}}""", "T - -")]
    [InlineData("""{"title":"T","body":null,"admin":true}""", "T  -")]
    [InlineData("""{"post":{"title":"T"},"body":"not of the post"}""", "T - -")]
    [InlineData("""{"title":{"x":1}}""", "- - -")]
    public async Task A_model_takes_its_fields_with_its_name_or_without(string json, string expected)
    {
        Assert.Equal((200, expected), await Post("/permit", json));
        // What stands in the query is never taken for a field without the model's name.
        Assert.Equal((200, expected), await Post("/permit?admin=1", json));
    }

    [Fact]
    public async Task A_field_without_the_models_name_is_for_JSON_only() =>
        Assert.Equal((200, "- - -"), await Post("/permit?title=q", "title=T", "application/x-www-form-urlencoded"));

    [Theory]
    [InlineData("""{"count":3,"price":12.50,"on":true,"name":"x","more":null}""", 200, "3 12.50 True x -")]
    [InlineData("""{"count":"3","price":"1","on":0}""", 200, "3 1 False - -")]
    [InlineData("""{"count":[3],"price":1,"on":true}""", 400, "The parameter \"count\" is missing.")]
    [InlineData("""{"count":3000000000,"price":1,"on":true}""", 400, "The parameter \"count\" is too large (maximum is 2147483647).")]
    public async Task Parameters_are_bound_from_it(string json, int status, string text)
    {
        var (code, body) = await Post("/bind", json);
        Assert.Equal(status, code);
        Assert.Contains(text.Replace("\"", status == 400 ? "\\u0022" : "\"", StringComparison.Ordinal), body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1,}", "The body is not JSON: line 1, byte 8.")]
    [InlineData("{\n\"a\" 1}", "The body is not JSON: line 2, byte 5.")]
    [InlineData("{\"a\":1} x", "The body is not JSON: line 1, byte 9.")]
    [InlineData(" ", "The body is not JSON")]
    [InlineData("{'a':1}", "The body is not JSON")]
    [InlineData("{\"a\":NaN}", "The body is not JSON")]
    [InlineData("{\"a\":1,\"a\":2}", "The JSON body names a twice.")]
    [InlineData("{\"p\":{\"a\":1},\"p\":{\"b\":2}}", "The JSON body names p twice.")]
    [InlineData("{\"p\":[{\"a\":1,\"a\":2}]}", "The JSON body names p[0][a] twice.")]
    [InlineData("{\"a\":\"\\ud800\"}", "half a surrogate pair")]
    public async Task What_is_no_JSON_is_a_400_that_says_where(string body, string detail)
    {
        var (status, problem) = await Post("/show/1", body);
        Assert.Equal(400, status);
        Assert.Contains(detail, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_UTF8_is_a_400()
    {
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await running.App.Client.PostAsync("/show/1", content);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("not UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Depth_number_and_length_of_names_are_bounded_at_their_limits()
    {
        Assert.Equal(200, (await Post("/show/1", Nested(32))).Status);
        Assert.Equal(400, (await Post("/show/1", Nested(33))).Status);
        Assert.Equal(400, (await Post("/show/1", Nested(100_000))).Status);
        Assert.Equal(200, (await Post("/show/1", Many(1000, "1"))).Status);
        Assert.Equal(400, (await Post("/show/1", Many(1001, "1"))).Status);
        Assert.Equal(400, (await Post("/show/1", Many(1001, "{}"))).Status);
        Assert.Equal(200, (await Post("/show/1", $"{{\"{new string('n', 1024)}\":1}}")).Status);
        Assert.Equal(400, (await Post("/show/1", $"{{\"{new string('n', 1025)}\":1}}")).Status);
        Assert.Equal(400, (await Post("/show/1", $"{{\"{new string('n', 1000)}\":{{\"{new string('m', 30)}\":1}}}}")).Status);
    }

    [Fact]
    public async Task A_body_that_was_refused_leaves_nothing_for_the_next_request_of_the_connection()
    {
        using var client = new RawClient(running.App.EndPoint);
        await client.Send(Raw("/show/1", "application/json", "{\"q\":\"secret\",}"));
        Assert.Contains("\r\n\r\n1|||||", await client.Send(Raw("/show/1", "application/json", "")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=utf-8", 200)]
    [InlineData("application/vnd.api+json", 200)]
    [InlineData("application/merge-patch+json;v=1", 200)]
    [InlineData("text/plain", 415)]
    [InlineData("text/plain; a=application/json", 415)]
    [InlineData("text/json", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("application/octet-stream", 415)]
    [InlineData(null, 415)]
    public async Task RFC9110_15_5_16_a_body_that_has_no_fields_is_415_where_they_are_asked_for(string? type, int status)
    {
        Assert.Equal(status, (await Post("/show/1", "{}", type)).Status);
        Assert.Equal((200, "ignored"), await Post("/ignore", "{}", type));
    }

    [Fact]
    public async Task An_empty_body_is_never_415() => Assert.Equal((200, "1|||||" + "|False|-"), await Post("/show/1", "", "text/plain"));

    [Theory]
    [InlineData("/csv?q=a", "1;2", "text/csv; header=absent", 200, "3 a")]
    [InlineData("/csv", "{}", "application/json", 415, "text/csv, text/tab-separated-values")]
    [InlineData("/csv", "1;2", null, 415, "text/csv")]
    [InlineData("/csv", "", "application/json", 200, "0 ")]
    [InlineData("/stream", "picture", "image/png", 200, "picture")]
    [InlineData("/stream", "picture", "text/plain", 415, "image/*")]
    public async Task Consumes_says_which_types_an_action_takes(string path, string body, string? type, int status, string text)
    {
        var (code, answer) = await Post(path, body, type);
        Assert.Equal(status, code);
        Assert.Contains(text, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"page":3}""", 200, "3")]
    [InlineData("{}", 200, "1")]
    [InlineData("""{"page":0}""", 400, "page")]
    [InlineData("""{"page":"x"}""", 400, "page")]
    public async Task The_page_is_a_number_from_one(string json, int status, string text)
    {
        var (code, body) = await Post("/page", json);
        Assert.Equal(status, code);
        Assert.Contains(text, body, StringComparison.Ordinal);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    private static string Many(int count, string value) =>
        "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"f{i}\":{value}")) + "}";

    private static string Raw(string path, string type, string body) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );

    private async Task<(int Status, string Body)> Post(string path, string body, string? type = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await running.App.Client.PostAsync(path, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_list_is_as_long_as_the_setting_lets_a_request_have_fields()
    {
        await using var app = SpecApp.Start(AppCompilation.Of(App), Backend.Auto, maxFields: 1500);
        string body = $"[{string.Join(',', Enumerable.Range(0, 1400).Select(item => $"{{\"name\":\"{item}\"}}"))}]";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync("/list", content);
        Assert.EndsWith(" 1399/", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(JsonBodySpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
