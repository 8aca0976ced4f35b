using System.Runtime.CompilerServices;
using System.Text.Json;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Errors;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Errors;

public sealed class DeveloperErrorPageSpec
{
    private const string Html = "Accept: text/html";

    private readonly Visitor<EndOfChain> _visitor = new(
        Some.Services(StrykeEnvironment.Development, sourceRoot: Path.GetDirectoryName(ThisFile()))
    );

    [Fact]
    public void It_shows_the_exception_and_its_causes()
    {
        _visitor.Action = _ => throw new InvalidOperationException("outer message", new FormatException("inner message"));

        string page = _visitor.Get("/posts/1", Html).Body;

        Assert.Contains("<h1>System.InvalidOperationException</h1>", page, StringComparison.Ordinal);
        Assert.Contains("outer message", page, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", page, StringComparison.Ordinal);
        Assert.Contains("inner message", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_the_failing_line_in_its_source_marked()
    {
        _visitor.Action = _ => throw new InvalidOperationException("this very line"); // & <here>

        string page = _visitor.Get("/posts/1", Html).Body;
        string marked = page[page.IndexOf("<span class=\"failing\">", StringComparison.Ordinal)..];
        marked = marked[..marked.IndexOf("</span>", StringComparison.Ordinal)];

        Assert.Contains("this very line", marked, StringComparison.Ordinal);
        Assert.Contains("// &amp; &lt;here&gt;", marked, StringComparison.Ordinal);
        Assert.Contains("DeveloperErrorPageSpec.cs:", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetDirectoryName(ThisFile())!, marked, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_the_line_of_the_app_that_led_into_the_framework()
    {
        _visitor.Action = _ => int.Parse("no number");

        string page = _visitor.Get("/posts/1", Html).Body;

        Assert.Contains("int.Parse(", page[page.IndexOf("class=\"failing\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("<li class=\"own\">", page, StringComparison.Ordinal);
        Assert.Contains("<li>System.Number", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_the_app_is_in_the_headline_and_before_everything_of_the_framework()
    {
        _visitor.Action = _ => int.Parse("no number");

        string page = _visitor.Get("/posts/1", Html).Body;

        Assert.InRange(
            page.IndexOf("DeveloperErrorPageSpec.cs:", StringComparison.Ordinal),
            0,
            page.IndexOf("</header>", StringComparison.Ordinal)
        );
        Assert.InRange(
            page.IndexOf("<li class=\"own\">", StringComparison.Ordinal),
            0,
            page.IndexOf("<li>System.", StringComparison.Ordinal)
        );
        Assert.InRange(page.IndexOf("<details>", StringComparison.Ordinal), 0, page.IndexOf("<li>System.", StringComparison.Ordinal));
        Assert.DoesNotContain("StackTrace", page, StringComparison.Ordinal);

        var stack = JsonDocument.Parse(_visitor.Get("/", "Accept: application/json").Body).RootElement.GetProperty("stack");
        Assert.Contains("DeveloperErrorPageSpec.cs:", stack[0].GetString()!, StringComparison.Ordinal);
        string text = _visitor.Get("/").Body;
        Assert.Contains(
            "   at Stryke.Web.Specs.Middleware.Errors.DeveloperErrorPageSpec.",
            text[..text.IndexOf("in the framework:", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_no_code_of_the_app_took_part_it_shows_the_line_of_the_route()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(root, "config"));
        File.WriteAllText(Path.Combine(root, "config", "Routes.cs"), "// one\nGet(\"/posts/:id\", Posts.Show); // here\n");
        var services = Some.Services(
            StrykeEnvironment.Development,
            sourceRoot: root,
            routes: [Some.ShowPost with { File = "config/Routes.cs", Line = 2 }]
        );
        var visitor = new Visitor<EndOfChain>(services) { Action = _ => throw new InvalidOperationException("elsewhere") };

        string page = visitor.Get("/posts/1", Html).Body;

        string marked = page[page.IndexOf("class=\"failing\"", StringComparison.Ordinal)..];
        Assert.StartsWith("class=\"failing\"><i>2</i>Get(", marked, StringComparison.Ordinal);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void It_shows_the_route_with_its_file_and_line_and_its_captures()
    {
        var walk = new RouteWalk(HttpVerb.Get, "/posts/42"u8, default);
        walk.Capture(0, 7, 9);
        walk.Get(0);
        _visitor.Route = walk.Match;
        _visitor.Action = _ => throw new InvalidOperationException();

        string page = _visitor.Get("/posts/42", Html).Body;

        Assert.Contains("GET /posts/:id</td><td>PostsController#Show</td><td>/blog/config/Routes.cs:12", page, StringComparison.Ordinal);
        Assert.Contains("<td>id</td><td>42</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_the_request_without_its_secrets()
    {
        _visitor.Action = FailElsewhere; // else these lines would be the excerpt
        _visitor.Cookies["_stryke_session"] = "c00kie";

        string page = _visitor
            .Post(
                "/posts?page=2&access_token=s3cret1",
                "user[name]=Ada&user[password]=s3cret2&authenticity_token=s3cret3",
                Html,
                "Authorization: Bearer s3cret4",
                "X-Api-Key: s3cret5",
                "User-Agent: spec/1"
            )
            .Body;

        Assert.Contains("<td>page</td><td>2</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>user[name]</td><td>Ada</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>user[password]</td><td>[filtered]</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>User-Agent</td><td>spec/1</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("c00kie", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_comes_from_outside_is_escaped()
    {
        const string Attack = "<script>alert(1)</script>\"'&";
        string encoded = Uri.EscapeDataString(Attack);
        _visitor.Action = _ => throw new InvalidOperationException(Attack, new FormatException(Attack));

        string page = _visitor.Post($"/{encoded}?{encoded}={encoded}", $"{encoded}={encoded}", Html, $"X-Header: {Attack}").Body;

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"'&", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_cannot_be_read_do_not_hide_the_error()
    {
        _visitor.Action = context => _ = context.Form;

        string page = _visitor.Post("/", string.Join('&', Enumerable.Repeat("a=1", FormFields.MaxFields + 1)), Html).Body;

        Assert.Contains("more than 1000 fields", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_for_a_limit_says_what_whoever_sets_it_has_to_say()
    {
        var services = Some.Services(
            StrykeEnvironment.Development,
            maxFields: 2,
            onLimit: (reached, request) => $"{reached.Limit} of {request!.Summary}"
        );
        var visitor = new Visitor<EndOfChain>(services) { Action = context => _ = context.Form };

        string page = visitor.Post("/", "a=1&b=2&c=3", Html).Body;

        Assert.Contains("The form has more than 2 fields.", page, StringComparison.Ordinal);
        Assert.Contains("<p>Fields of POST / (PostsController#Show)</p>", page, StringComparison.Ordinal);
        Assert.Equal(
            "ok",
            new Visitor<EndOfChain>(services) { Action = context => context.Response.Write(context.Form.Count == 2 ? "ok" : "no") }
                .Post("/", "a=1&b=2")
                .Body
        );
    }

    [Fact]
    public void A_404_that_no_route_matched_lists_the_routes_that_there_are()
    {
        _visitor.Action = ErrorPages.NotFound;
        Assert.DoesNotContain("<h2>Routes</h2>", _visitor.Get("/posts/1", Html).Body, StringComparison.Ordinal);

        _visitor.Route = default;
        Assert.Contains("/posts/:id</td><td>PostsController#Show", _visitor.Get("/nothing", Html).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_nothing_else()
    {
        _visitor.Action = _ => throw new InvalidOperationException();

        string policy = _visitor.Get("/", Html)["Content-Security-Policy"]!;

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_has_the_exception_and_its_stack()
    {
        _visitor.Action = _ => throw new InvalidOperationException("kaputt");

        var error = JsonDocument.Parse(_visitor.Get("/", "Accept: application/json").Body).RootElement;

        Assert.Equal("System.InvalidOperationException", error.GetProperty("exception").GetString());
        Assert.Equal("kaputt", error.GetProperty("message").GetString());
        Assert.Contains(nameof(DeveloperErrorPageSpec), error.GetProperty("stack")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void As_text_it_has_the_exception_and_its_stack()
    {
        _visitor.Action = _ => throw new InvalidOperationException("kaputt");

        Assert.Contains(
            "System.InvalidOperationException: kaputt\n   at Stryke.Web.Specs",
            _visitor.Get("/").Body,
            StringComparison.Ordinal
        );
    }

    private static void FailElsewhere(RequestContext context) => throw new InvalidOperationException();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
