using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Steps;
using Xunit;
using Stack = Stryke.Web.Middleware.Chains.Chain<
    Stryke.Web.Middleware.Steps.Sessions,
    Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.Csrf, Stryke.Web.Middleware.Chains.EndOfChain>
>;

namespace Stryke.Web.Specs.Middleware;

public sealed class CsrfSpec
{
    private readonly Visitor<Stack> _visitor = new(Some.Services(StrykeEnvironment.Development));

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public void Safe_verbs_pass_without_a_token(string verb) => Assert.Equal(200, _visitor.Send(verb, "/", "").Status);

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void Unsafe_verbs_need_a_token(string verb)
    {
        string token = TokenFromPage();

        Assert.Equal(403, _visitor.Send(verb, "/", "").Status);
        Assert.Equal(200, _visitor.Send(verb, "/", "", $"X-CSRF-Token: {token}").Status);
    }

    [Fact]
    public void The_form_field_carries_the_token()
    {
        string token = TokenFromPage();

        Assert.Equal(200, _visitor.Post("/", $"title=Hello&authenticity_token={token}").Status);
        Assert.Equal(403, _visitor.Post("/", $"title=Hello&authenticity={token}").Status);
    }

    [Fact]
    public void A_verb_that_the_form_overrides_needs_the_token_too()
    {
        string token = TokenFromPage();

        Assert.Equal(403, _visitor.Post("/", "_method=delete").Status);
        Assert.Equal(200, _visitor.Post("/", $"_method=delete&authenticity_token={token}").Status);
    }

    [Theory]
    [InlineData(true, "https://example.com", 200)]
    [InlineData(true, "http://example.com", 403)]
    [InlineData(false, "http://example.com", 200)]
    [InlineData(false, "https://example.com", 200)]
    public void A_page_over_http_is_another_origin_than_the_same_site_over_https(bool isHttps, string origin, int status)
    {
        var visitor = new Visitor<Stack>(Some.Services(StrykeEnvironment.Development)) { IsEncrypted = isHttps };
        string token = "";
        visitor.Action = context => token = Csrf.TokenFor(context);
        visitor.Get("/");

        Assert.Equal(status, visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", $"Origin: {origin}").Status);
    }

    [Fact]
    public void The_token_in_the_query_does_not_count()
    {
        string token = TokenFromPage();

        Assert.Equal(403, _visitor.Post($"/?authenticity_token={token}", "title=Hello").Status);
    }

    [Fact]
    public void A_token_of_a_body_that_is_no_form_does_not_count()
    {
        string token = TokenFromPage();

        Assert.Equal(403, _visitor.Send("POST", "/", $"authenticity_token={token}", "Content-Type: text/plain").Status);
    }

    [Fact]
    public void Tokens_of_all_pages_of_a_session_stay_valid()
    {
        var (first, second) = (TokenFromPage(), TokenFromPage());

        Assert.NotEqual(first, second);
        Assert.Equal(200, Submit(first).Status);
        Assert.Equal(200, Submit(second).Status);
        Assert.Equal(200, Submit(first).Status);
    }

    [Fact]
    public void All_forms_of_one_page_share_a_token()
    {
        _visitor.Action = context => Assert.Equal(Csrf.TokenFor(context), Csrf.TokenFor(context));

        Assert.Equal(200, _visitor.Get("/").Status);
    }

    [Fact]
    public void The_token_of_another_visitor_is_refused()
    {
        string stranger = TokenFromPage();
        _visitor.Cookies.Clear();
        TokenFromPage();

        var reply = Submit(stranger);

        Assert.Equal(403, reply.Status);
        Assert.Contains("does not belong to this visitor's session", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_without_its_session_is_refused_with_the_remedy()
    {
        string token = TokenFromPage();
        _visitor.Cookies.Clear();

        var reply = Submit(token);

        Assert.Equal(403, reply.Status);
        Assert.Contains("no session", reply.Body, StringComparison.Ordinal);
        Assert.Contains("with cookies allowed", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_token_is_refused_with_the_remedy()
    {
        TokenFromPage();

        var reply = _visitor.Post("/", "title=Hello");

        Assert.Equal(403, reply.Status);
        Assert.Contains("neither a field authenticity_token nor a header X-CSRF-Token", reply.Body, StringComparison.Ordinal);
        Assert.Contains("CsrfMetaTags", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Resetting_the_session_makes_its_tokens_worthless()
    {
        string before = TokenFromPage();
        string? after = null;
        _visitor.Action = context =>
        {
            context.Session.Reset();
            after = Csrf.TokenFor(context);
        };
        _visitor.Get("/");
        _visitor.Action = _ => { };

        Assert.Equal(403, Submit(before).Status);
        Assert.Equal(200, Submit(after!).Status);
    }

    [Fact]
    public void A_token_asked_for_before_and_after_a_reset_is_of_the_session_that_is_kept()
    {
        string? token = null;
        _visitor.Action = context =>
        {
            Csrf.TokenFor(context);
            context.Session.Reset();
            token = Csrf.TokenFor(context);
        };
        _visitor.Get("/");
        _visitor.Action = _ => { };

        Assert.Equal(200, Submit(token!).Status);
    }

    [Theory]
    [InlineData("http://example.com", 200)]
    [InlineData("https://example.com", 200)]
    [InlineData("http://EXAMPLE.com", 200)]
    [InlineData("http://example.com:8080", 403)]
    [InlineData("http://evil.example", 403)]
    [InlineData("http://example.com.evil.example", 403)]
    [InlineData("http://evilexample.com", 403)]
    [InlineData("http://evil.example/example.com", 403)]
    [InlineData("example.com", 403)]
    [InlineData("://example.com", 403)]
    [InlineData("http://example.com:80", 200)]
    [InlineData("https://example.com:443", 200)]
    [InlineData("http://example.com:443", 403)]
    [InlineData("https://example.com:80", 403)]
    [InlineData("http://example.com.", 403)]
    [InlineData("http://user@example.com", 403)]
    [InlineData("http://example.com/", 403)]
    [InlineData("http://example.com, http://example.com", 403)]
    [InlineData("http://example.com http://example.com", 403)]
    [InlineData("ftp://example.com", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    public void The_origin_that_a_browser_tells_must_be_this_host(string origin, int status)
    {
        string token = TokenFromPage();

        Assert.Equal(status, _visitor.Post("/", $"authenticity_token={token}", $"Origin: {origin}").Status);
    }

    [Theory]
    [InlineData(false, "example.com:443", "https://example.com", 200)]
    [InlineData(true, "example.com:443", "https://example.com", 200)]
    [InlineData(true, "example.com", "https://example.com:443", 200)]
    [InlineData(true, "EXAMPLE.com:443", "https://example.COM", 200)]
    [InlineData(false, "example.com:80", "http://example.com", 200)]
    [InlineData(false, "example.com:", "http://example.com", 200)]
    [InlineData(false, "example.com:443", "http://example.com", 403)]
    [InlineData(true, "example.com:80", "https://example.com", 403)]
    [InlineData(false, "example.com:3000", "http://example.com:3000", 200)]
    [InlineData(false, "example.com:3000", "http://example.com", 403)]
    [InlineData(false, "[::1]:80", "http://[::1]", 200)]
    [InlineData(false, "[0:0:0:0:0:0:0:1]:5000", "http://[::1]:5000", 200)]
    [InlineData(false, "[::1]:5000", "http://[::2]:5000", 403)]
    [InlineData(false, "[::1]", "http://::1", 403)]
    public void RFC_6454_5_origins_are_scheme_host_and_port_the_usual_one_where_none_is_said(
        bool isHttps,
        string host,
        string origin,
        int status
    )
    {
        var visitor = new Visitor<Stack>(Some.Services(StrykeEnvironment.Development)) { IsEncrypted = isHttps, Host = host };
        string token = "";
        visitor.Action = context => token = Csrf.TokenFor(context);
        visitor.Get("/");

        Assert.Equal(status, visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", $"Origin: {origin}").Status);
    }

    [Fact]
    public void Neither_of_two_origins_or_tokens_counts()
    {
        string token = TokenFromPage();

        Assert.Equal(
            403,
            _visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", "Origin: http://example.com", "Origin: http://evil.example").Status
        );
        Assert.Equal(
            403,
            _visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", "Origin: http://example.com", "Origin: http://example.com").Status
        );
        Assert.Equal(403, _visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", $"X-CSRF-Token: {token}").Status);
        Assert.Equal(200, _visitor.Send("POST", "/", "", $"X-CSRF-Token: {token}", "Origin: http://example.com").Status);
    }

    [Fact]
    public void A_foreign_origin_is_named_escaped_and_with_the_remedy()
    {
        var reply = _visitor.Post("/", "", "Origin: http://<script>.example", "Accept: text/html");

        Assert.Contains("http://&lt;script&gt;.example", reply.Body, StringComparison.Ordinal);
        Assert.Contains("let it pass the Host header on", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_would_run_there_is_nothing_to_refuse()
    {
        _visitor.Route = default;

        Assert.Equal(200, _visitor.Post("/nothing", "title=Hello").Status);
    }

    [Fact]
    public void A_form_with_too_many_fields_is_a_400()
    {
        TokenFromPage();

        Assert.Equal(400, _visitor.Post("/", string.Join('&', Enumerable.Repeat("a=1", FormFields.MaxFields + 1))).Status);
    }

    [Fact]
    public void Outside_development_the_visitor_is_told_what_to_do_and_nothing_else()
    {
        var visitor = new Visitor<Stack>(Some.Services());

        var reply = visitor.Post("/", "", "Origin: http://evil.example", "Accept: text/html");

        Assert.Equal(403, reply.Status);
        Assert.Contains("reload the page", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("authenticity_token", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_action_does_not_run_when_it_is_refused()
    {
        _visitor.Action = _ => Assert.Fail("It ran.");

        Assert.Equal(403, _visitor.Post("/", "title=Hello").Status);
    }

    private string TokenFromPage()
    {
        string? token = null;
        _visitor.Action = context => token = Csrf.TokenFor(context);
        _visitor.Get("/new");
        _visitor.Action = _ => { };
        return token!;
    }

    private Reply Submit(string token) => _visitor.Post("/", $"authenticity_token={token}");
}
