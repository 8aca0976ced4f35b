namespace Stryke.Web.Specs.Controllers;

/// <summary>A running app with an action for each kind of answer.</summary>
public sealed class AnswersApp : IAsyncDisposable
{
    internal const string Source =
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
                public Result Dated() =>
                    FreshWhen(lastModified: new DateTimeOffset(2026, 4, 26, 12, 0, 0, 500, TimeSpan.Zero)) ?? Text("page");
                public Result Formatted() => RespondTo(html: () => Html("<b>"), json: () => Json(new[] { 1, 2 }));
                public Result SetCookies()
                {
                    Cookies.Set("plain", "a b;ü");
                    Cookies.SetSigned("signed", "s");
                    Cookies.SetEncrypted("sealed", "e", TimeSpan.FromHours(1));
                    return Text($"{Cookies["plain"]} {Cookies.Signed("signed")} {Cookies.Encrypted("sealed")}");
                }
                public Result ReadCookies() =>
                    Text($"{Cookies["plain"] ?? "-"} {Cookies.Signed("signed") ?? "-"} {Cookies.Encrypted("sealed") ?? "-"}");
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
                    return Text(string.Join(' ', Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"))
                        + " / " + string.Join(' ', Cookies.Names));
                }
                public Result Leave() => RedirectTo("/see", notice: "saved", alert: "careful");
                public Result See() => Text($"{Flash["notice"] ?? "-"} {Flash["alert"] ?? "-"}");
                public Result Keep() { Flash.Keep(); return Text("kept"); }
                public Result Now() { Flash.Now("notice", "now"); return Text(Flash["notice"] ?? "-"); }
                public Result Fields()
                {
                    var post = Params.Nested("post");
                    return Text($"{Params["id"]} {Params["both"]} {Params["q"]} {post["title"]} {post.Nested("author")["name"]} "
                        + $"{Params.Has("none")} {string.Join(",", Params.All("tag"))} {post["id"] ?? "-"}");
                }
                public Result PermittedFields()
                {
                    var permitted = new Permitted<string>(Params.Nested("post"), ["title"]);
                    return Text($"{(permitted.TryGet("title", out var t) ? t : "-")} {(permitted.TryGet("admin", out var a) ? a : "-")} "
                        + $"{string.Join(",", permitted.Names)} {default(Permitted<string>).TryGet("title", out _)}");
                }
            }
            """ + SpecApp.PlainStack;

    internal SpecApp App { get; } = SpecApp.Start(Source);

    /// <summary>Sends a request with some header fields.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await App.Client.SendAsync(request);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => App.DisposeAsync();
}
