using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Steps;
using Xunit;
using Stack = Stryke.Web.Middleware.Chains.Chain<
    Stryke.Web.Middleware.Steps.Sessions,
    Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.Csrf, Stryke.Web.Middleware.Chains.EndOfChain>
>;

namespace Stryke.Web.Specs.Middleware;

/// <summary>The origin that a browser tells is this host, or the request is refused.</summary>
public sealed class CsrfOriginSpec
{
    private readonly Visitor<Stack> _visitor = new(Some.Services(StrykeEnvironment.Development));

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
        string token = _visitor.TokenFromPage();

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
        string token = _visitor.TokenFromPage();

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
        Assert.Contains("it must pass the Host header unchanged", reply.Body, StringComparison.Ordinal);
    }
}
