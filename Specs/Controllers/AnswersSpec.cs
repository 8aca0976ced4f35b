using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Results: texts, redirects, validators, formats.</summary>
public sealed class AnswersSpec(AnswersApp app) : IClassFixture<AnswersApp>
{
    [Theory]
    [InlineData("/text", 200, "text/plain; charset=utf-8", "Ünï")]
    [InlineData("/html", 200, "text/html; charset=utf-8", "<p>hi</p>")]
    [InlineData("/gone", 410, null, "")]
    [InlineData("/changed-mind", 204, null, "")]
    [InlineData("/invalid", 422, "text/plain; charset=utf-8", "look again")]
    public async Task An_answer_has_its_status_type_and_body(string path, int status, string? type, string body)
    {
        using var response = await app.Send(HttpMethod.Get, path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/missing", 404, "")]
    [InlineData("/bad", 400, "That makes no sense.")]
    [InlineData("/not-yours", 403, "That is somebody else's.")]
    public async Task An_error_has_its_page(string path, int status, string text)
    {
        var (code, body) = await app.App.Get(path);
        Assert.Equal(status, code);
        Assert.Contains(text, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RFC9110_15_4_4_a_redirect_is_303_after_an_unsafe_method_and_302_after_a_safe_one()
    {
        using HttpResponseMessage get = await app.Send(HttpMethod.Get, "/go"),
            post = await app.Send(HttpMethod.Post, "/go");
        Assert.Equal((302, "/text?a=1"), ((int)get.StatusCode, get.Headers.Location?.ToString()));
        Assert.Equal((303, "/text?a=1"), ((int)post.StatusCode, post.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\tb")]
    [InlineData("evil")]
    public async Task CWE601_a_redirect_elsewhere_must_be_allowed(string place)
    {
        Assert.Equal(500, (await app.App.Get("/go-to?to=" + Uri.EscapeDataString(place))).Status);
        using var allowed = await app.Send(HttpMethod.Get, "/go-out");
        Assert.Equal("https://example.com/", allowed.Headers.Location?.ToString());
    }

    [Fact]
    public async Task RFC9110_13_1_2_a_page_that_the_client_has_is_304()
    {
        using var first = await app.Send(HttpMethod.Get, "/fresh");
        string tag = first.Headers.ETag!.ToString();
        Assert.Equal("page", await first.Content.ReadAsStringAsync());
        using var again = await app.Send(HttpMethod.Get, "/fresh", ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((304, tag, ""), ((int)again.StatusCode, again.Headers.ETag!.ToString(), await again.Content.ReadAsStringAsync()));
        using var other = await app.Send(HttpMethod.Get, "/fresh", ("If-None-Match", "\"other\""));
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("Sun, 26 Apr 2026 12:00:00 GMT", 304)]
    [InlineData("Sun, 26 Apr 2026 11:59:59 GMT", 200)]
    [InlineData("not a date", 200)]
    public async Task RFC9110_13_1_3_a_date_says_so_too(string since, int status)
    {
        using var response = await app.Send(HttpMethod.Get, "/dated", ("If-Modified-Since", since));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(new DateTimeOffset(2026, 4, 26, 12, 0, 0, TimeSpan.Zero), response.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("/format.json", "*/*", "[1,2]")]
    [InlineData("/format.html", "application/json", "<b>")]
    [InlineData("/format", "application/json", "[1,2]")]
    [InlineData("/format", "text/html,application/json;q=0.5", "<b>")]
    [InlineData("/format", "*/*", "<b>")]
    [InlineData("/format.pdf", "*/*", "Not Acceptable\n")]
    public async Task The_format_is_the_routes_or_what_the_client_accepts(string path, string accept, string body)
    {
        using var response = await app.Send(HttpMethod.Get, path, ("Accept", accept));
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/go-to", "/süche?q=ä", "/s%C3%BCche?q=%C3%A4")]
    [InlineData("/go-to", "/a b", "/a%20b")]
    [InlineData("/go-to", "/s%C3%BCche?q=a+b&c=%26#d", "/s%C3%BCche?q=a+b&c=%26#d")]
    [InlineData("/go-to", "/100%?q=%zz%4", "/100%25?q=%25zz%254")]
    [InlineData("/go-to", "/\"<>^`{|}", "/%22%3C%3E%5E%60%7B%7C%7D")]
    [InlineData("/go-to", "/😀", "/%F0%9F%98%80")]
    [InlineData("/go-far", "https://example.com/ü?x=a b", "https://example.com/%C3%BC?x=a%20b")]
    [InlineData("/go-far", "https://[::1]:8080/a;b,c=d@e!$'()*", "https://[::1]:8080/a;b,c=d@e!$'()*")]
    [InlineData("/go-far", "https://example.com/a\r\nSet-Cookie: b\t\0", "https://example.com/a%0D%0ASet-Cookie:%20b%09%00")]
    [InlineData("/go-far", "https:\\\\x", "https:%5C%5Cx")]
    public async Task RFC9110_10_2_2_a_location_is_a_reference_in_ASCII(string from, string place, string location)
    {
        using var response = await app.Send(HttpMethod.Get, $"{from}?to={Uri.EscapeDataString(place)}");
        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(location, response.Headers.NonValidated["Location"].ToString());
    }

    [Fact]
    public async Task RFC9110_8_7_what_an_action_sets_as_a_reference_is_encoded_too()
    {
        using var response = await app.Send(HttpMethod.Get, "/located");
        Assert.Equal("/gr%C3%B6%C3%9Fe", response.Headers.NonValidated["Location"].ToString());
        Assert.Equal("/a%20b", response.Content.Headers.NonValidated["Content-Location"].ToString());
        Assert.Equal("/a b", response.Headers.NonValidated["X-Other"].ToString());
    }

    [Fact]
    public async Task RFC9110_5_3_validators_and_formats_are_read_from_all_lines()
    {
        using var first = await app.Send(HttpMethod.Get, "/fresh");
        using var client = new RawClient(app.App.EndPoint);
        Assert.StartsWith(
            "HTTP/1.1 304",
            await client.Send($"GET /fresh HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"other\"\r\nIf-None-Match: {first.Headers.ETag}\r\n\r\n")
        );
        Assert.EndsWith(
            "[1,2]",
            await client.Send("GET /format HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\nAccept: application/json\r\n\r\n")
        );
        Assert.EndsWith("v - -", await client.Send("GET /cookies HTTP/1.1\r\nHost: x\r\nCookie: other=1\r\nCookie: plain=v\r\n\r\n"));
    }
}
