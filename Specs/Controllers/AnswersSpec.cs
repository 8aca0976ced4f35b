using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Results: texts, redirects, validators, formats, cookies, flash, params.</summary>
public sealed class AnswersSpec(AnswersSpec.Running running) : IClassFixture<AnswersSpec.Running>
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/text", Home.Plain);
                    Get("/html", Home.Markup);
                    Get("/gone", Home.Gone);
                    Get("/changed-mind", Home.ChangedMind);
                    Get("/missing", Home.Missing);
                    Get("/bad", Home.Bad);
                    Get("/not-yours", Home.NotYours);
                    Get("/invalid", Home.Invalid);
                    Get("/go", Home.Go);
                    Post("/go", Home.Go);
                    Get("/go-out", Home.GoOut);
                    Get("/go-to", Home.GoTo);
                    Get("/fresh", Home.Fresh);
                    Get("/dated", Home.Dated);
                    Get("/format.:format", Home.Formatted, name: "FormatAs");
                    Get("/format", Home.Formatted);
                    Get("/set-cookies", Home.SetCookies);
                    Get("/cookies", Home.ReadCookies);
                    Get("/delete-cookie", Home.DeleteCookie);
                    Get("/forget", Home.Forget);
                    Get("/delete-named", Home.DeleteNamed);
                    Get("/set-named", Home.SetNamed);
                    Get("/go-far", Home.GoFar);
                    Get("/located", Home.Located);
                    Get("/list-cookies", Home.ListCookies);
                    Get("/leave", Home.Leave);
                    Get("/see", Home.See);
                    Get("/keep", Home.Keep);
                    Get("/now", Home.Now);
                    Post("/params/:id", Home.Fields);
                    Post("/permitted", Home.PermittedFields);
                }
            }
            public sealed partial class HomeController : Controller
            {
                public Result Plain() => Text("Ünï");
                public Result Markup() => Html("<p>hi</p>");
                public Result Gone() => Head(410);
                public Result ChangedMind() { Text("first thought"u8); return Head(204); }
                public Result Missing() => NotFound();
                public Result Bad() => BadRequest("That makes no sense.");
                public Result NotYours() => Forbidden("That is somebody else's.");
                public Result Invalid() => Unprocessable(Text("look again"));
                public Result Go() => RedirectTo("/text?a=1");
                public Result GoOut() => RedirectTo("https://example.com/", allowExternal: true);
                public Result GoTo(string to) => RedirectTo(to);
                public Result Fresh() => FreshWhen(etag: "v1") ?? Text("page");
                public Result Dated() => FreshWhen(lastModified: new DateTimeOffset(2026, 4, 26, 12, 0, 0, 500, TimeSpan.Zero)) ?? Text("page");
                public Result Formatted() => RespondTo(html: () => Html("<b>"), json: () => Json(new[] { 1, 2 }));
                public Result SetCookies()
                {
                    Cookies.Set("plain", "a b;ü");
                    Cookies.SetSigned("signed", "s");
                    Cookies.SetEncrypted("sealed", "e", TimeSpan.FromHours(1));
                    return Text($"{Cookies["plain"]} {Cookies.Signed("signed")} {Cookies.Encrypted("sealed")}");
                }
                public Result ReadCookies() => Text($"{Cookies["plain"] ?? "-"} {Cookies.Signed("signed") ?? "-"} {Cookies.Encrypted("sealed") ?? "-"}");
                public Result Forget() { Cookies.Delete("plain"); return NotFound(); }
                public Result DeleteCookie() { Cookies.Delete("plain"); return Text(Cookies["plain"] ?? "none"); }
                public Result DeleteNamed(string name) { Cookies.Delete(name); return Text(Cookies[name] ?? "none"); }
                public Result SetNamed(string name, int length, string kind = "plain")
                {
                    Cookies.Set(name, "first");
                    string value = new('x', length);
                    if (kind == "signed") Cookies.SetSigned(name, value);
                    else if (kind == "sealed") Cookies.SetEncrypted(name, value);
                    else Cookies.Set(name, value);
                    return Text("set");
                }
                public Result GoFar(string to) => RedirectTo(to, allowExternal: true);
                public Result Located()
                {
                    Response.AddHeader("Location", "/größe");
                    Response.SetHeader("Content-Location"u8, "/a b"u8);
                    Response.SetHeader("X-Other", "/a b");
                    return Head(201);
                }
                public Result ListCookies()
                {
                    Cookies.Set("new", "ü");
                    Cookies.Delete("old");
                    return Text(string.Join(' ', Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")) + " / " + string.Join(' ', Cookies.Names));
                }
                public Result Leave() => RedirectTo("/see", notice: "saved", alert: "careful");
                public Result See() => Text($"{Flash["notice"] ?? "-"} {Flash["alert"] ?? "-"}");
                public Result Keep() { Flash.Keep(); return Text("kept"); }
                public Result Now() { Flash.Now("notice", "now"); return Text(Flash["notice"] ?? "-"); }
                public Result Fields()
                {
                    var post = Params.Nested("post");
                    return Text($"{Params["id"]} {Params["both"]} {Params["q"]} {post["title"]} {post.Nested("author")["name"]} {Params.Has("none")} {string.Join(",", Params.All("tag"))} {post["id"] ?? "-"}");
                }
                public Result PermittedFields()
                {
                    var permitted = new Permitted<string>(Params.Nested("post"), ["title"]);
                    return Text($"{(permitted.TryGet("title", out var t) ? t : "-")} {(permitted.TryGet("admin", out var a) ? a : "-")} {string.Join(",", permitted.Names)} {default(Permitted<string>).TryGet("title", out _)}");
                }
            }
            """ + SpecApp.PlainStack;

    [Theory]
    [InlineData("/text", 200, "text/plain; charset=utf-8", "Ünï")]
    [InlineData("/html", 200, "text/html; charset=utf-8", "<p>hi</p>")]
    [InlineData("/gone", 410, null, "")]
    [InlineData("/changed-mind", 204, null, "")]
    [InlineData("/invalid", 422, "text/plain; charset=utf-8", "look again")]
    public async Task An_answer_has_its_status_type_and_body(string path, int status, string? type, string body)
    {
        using var response = await Send(HttpMethod.Get, path);
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
        var (code, body) = await running.App.Get(path);
        Assert.Equal(status, code);
        Assert.Contains(text, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RFC9110_15_4_4_a_redirect_is_303_after_an_unsafe_method_and_302_after_a_safe_one()
    {
        using HttpResponseMessage get = await Send(HttpMethod.Get, "/go"),
            post = await Send(HttpMethod.Post, "/go");
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
        Assert.Equal(500, (await running.App.Get("/go-to?to=" + Uri.EscapeDataString(place))).Status);
        using var allowed = await Send(HttpMethod.Get, "/go-out");
        Assert.Equal("https://example.com/", allowed.Headers.Location?.ToString());
    }

    [Fact]
    public async Task RFC9110_13_1_2_a_page_that_the_client_has_is_304()
    {
        using var first = await Send(HttpMethod.Get, "/fresh");
        string tag = first.Headers.ETag!.ToString();
        Assert.Equal("page", await first.Content.ReadAsStringAsync());
        using var again = await Send(HttpMethod.Get, "/fresh", ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((304, tag, ""), ((int)again.StatusCode, again.Headers.ETag!.ToString(), await again.Content.ReadAsStringAsync()));
        using var other = await Send(HttpMethod.Get, "/fresh", ("If-None-Match", "\"other\""));
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("Sun, 26 Apr 2026 12:00:00 GMT", 304)]
    [InlineData("Sun, 26 Apr 2026 11:59:59 GMT", 200)]
    [InlineData("not a date", 200)]
    public async Task RFC9110_13_1_3_a_date_says_so_too(string since, int status)
    {
        using var response = await Send(HttpMethod.Get, "/dated", ("If-Modified-Since", since));
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
        using var response = await Send(HttpMethod.Get, path, ("Accept", accept));
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cookies_come_back_as_they_were_set_and_altered_ones_not_at_all()
    {
        using var set = await Send(HttpMethod.Get, "/set-cookies");
        Assert.Equal("a b;ü s e", await set.Content.ReadAsStringAsync());
        string[] cookies = [.. set.Headers.GetValues("Set-Cookie")];
        Assert.All(cookies, c => Assert.Contains("; Secure; HttpOnly; SameSite=Lax", c, StringComparison.Ordinal));
        string sent = string.Join("; ", cookies.Select(c => c[..c.IndexOf(';', StringComparison.Ordinal)]));
        using var read = await Send(HttpMethod.Get, "/cookies", ("Cookie", sent));
        Assert.Equal("a b;ü s e", await read.Content.ReadAsStringAsync());
        string swapped = sent.Replace("signed=", "x=", StringComparison.Ordinal)
            .Replace("sealed=", "signed=", StringComparison.Ordinal)
            .Replace("x=", "sealed=", StringComparison.Ordinal);
        using var altered = await Send(HttpMethod.Get, "/cookies", ("Cookie", swapped));
        Assert.Equal("a b;ü - -", await altered.Content.ReadAsStringAsync());
        using var deleted = await Send(HttpMethod.Get, "/delete-cookie", ("Cookie", sent));
        Assert.Equal("none", await deleted.Content.ReadAsStringAsync());
        Assert.Contains("plain=; Path=/; Max-Age=0", Assert.Single(deleted.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("__Host-x", "__Host-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("__Secure-x", "__Secure-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("__host-x", "__host-x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure")]
    [InlineData("x", "x=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT")]
    public async Task RFC6265bis_4_1_3_a_cookie_of_any_name_can_be_deleted(string name, string field)
    {
        using var deleted = await Send(HttpMethod.Get, "/delete-named?name=" + name, ("Cookie", name + "=1"));
        Assert.Equal("none", await deleted.Content.ReadAsStringAsync());
        Assert.Equal(field, Assert.Single(deleted.Headers.GetValues("Set-Cookie")));
    }

    [Theory]
    [InlineData("big", 4093, "plain", true)]
    [InlineData("big", 4094, "plain", false)]
    [InlineData("big", 4000, "signed", false)]
    [InlineData("big", 3500, "sealed", false)]
    [InlineData("big", 2000, "sealed", true)]
    [InlineData("a b", 1, "plain", false)]
    public async Task RFC6265bis_5_6_a_cookie_that_browsers_would_drop_is_an_error_that_names_it(
        string name,
        int length,
        string kind,
        bool isSet
    )
    {
        using var response = await Send(HttpMethod.Get, $"/set-named?name={Uri.EscapeDataString(name)}&length={length}&kind={kind}");
        Assert.Equal(isSet ? 200 : 500, (int)response.StatusCode);
        if (isSet)
            Assert.StartsWith(name + "=", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        else
            Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("__Host-x")]
    [InlineData("__secure-x")]
    public async Task A_cookie_with_a_prefix_is_secure_in_development_too(string name)
    {
        await using var app = SpecApp.Start(App, Stryke.Web.Middleware.StrykeEnvironment.Development);
        using var response = await app.Client.GetAsync($"/set-named?name={name}&length=1");
        Assert.Equal($"{name}=x; Path=/; Secure; HttpOnly; SameSite=Lax", Assert.Single(response.Headers.GetValues("Set-Cookie")));
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
        using var response = await Send(HttpMethod.Get, $"{from}?to={Uri.EscapeDataString(place)}");
        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal(location, response.Headers.NonValidated["Location"].ToString());
    }

    [Fact]
    public async Task RFC9110_8_7_what_an_action_sets_as_a_reference_is_encoded_too()
    {
        using var response = await Send(HttpMethod.Get, "/located");
        Assert.Equal("/gr%C3%B6%C3%9Fe", response.Headers.NonValidated["Location"].ToString());
        Assert.Equal("/a%20b", response.Content.Headers.NonValidated["Content-Location"].ToString());
        Assert.Equal("/a b", response.Headers.NonValidated["X-Other"].ToString());
    }

    [Fact]
    public async Task RFC9110_5_3_validators_and_formats_are_read_from_all_lines()
    {
        using var first = await Send(HttpMethod.Get, "/fresh");
        using var client = new RawClient(running.App.EndPoint);
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

    [Fact]
    public async Task A_cookie_goes_out_with_an_error_page_as_well()
    {
        using var response = await Send(HttpMethod.Get, "/forget", ("Cookie", "plain=v"));
        Assert.Equal(404, (int)response.StatusCode);
        Assert.StartsWith("plain=; Path=/; Max-Age=0", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_can_be_listed_those_that_were_sent_and_those_that_were_set()
    {
        using var response = await Send(HttpMethod.Get, "/list-cookies", ("Cookie", "a=1; b=x%20y; old=1; a=2; =none"));
        Assert.Equal("a=1 b=x y new=ü / a b new", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_flash_is_seen_by_the_next_request_that_looks_and_no_other()
    {
        string session = await SessionOf("/leave", null);
        using var seen = await Send(HttpMethod.Get, "/see", ("Cookie", session));
        Assert.Equal("saved careful", await seen.Content.ReadAsStringAsync());
        using var after = await Send(HttpMethod.Get, "/see", ("Cookie", CookieOf(seen)));
        Assert.Equal("- -", await after.Content.ReadAsStringAsync());
        string kept = await SessionOf("/keep", await SessionOf("/leave", null));
        using var later = await Send(HttpMethod.Get, "/see", ("Cookie", kept));
        Assert.Equal("saved careful", await later.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_flash_for_now_is_not_kept()
    {
        using var response = await Send(HttpMethod.Get, "/now");
        Assert.Equal("now", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Params_are_captures_then_the_form_then_the_query_and_nest()
    {
        using var form = new FormUrlEncodedContent([
            new("both", "form"),
            new("post[title]", "T"),
            new("post[author][name]", "N"),
            new("tag", "a"),
            new("tag", "b"),
            new("id", "no"),
        ]);
        using var response = await running.App.Client.PostAsync("/params/7?both=query&q=1", form);
        Assert.Equal("7 form 1 T N False a,b -", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Permitted_gives_only_what_is_named()
    {
        using var form = new FormUrlEncodedContent([new("post[title]", "T"), new("post[admin]", "1")]);
        using var response = await running.App.Client.PostAsync("/permitted", form);
        Assert.Equal("T - title False", await response.Content.ReadAsStringAsync());
    }

    private async Task<string> SessionOf(string path, string? cookie)
    {
        using var response = cookie is null ? await Send(HttpMethod.Get, path) : await Send(HttpMethod.Get, path, ("Cookie", cookie));
        return CookieOf(response) is { Length: > 0 } set ? set : cookie!;
    }

    private static string CookieOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var values)
            ? values.First()[..values.First().IndexOf(';', StringComparison.Ordinal)]
            : "";

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await running.App.Client.SendAsync(request);
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(AnswersSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
