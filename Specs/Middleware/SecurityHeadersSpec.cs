using Xunit;
using Stack = Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.SecurityHeaders, Stryke.Web.Middleware.Chains.EndOfChain>;

namespace Stryke.Web.Specs.Middleware;

public sealed class SecurityHeadersSpec
{
    private readonly Visitor<Stack> _visitor = new(Some.Services());

    [Theory]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "SAMEORIGIN")]
    [InlineData("Referrer-Policy", "strict-origin-when-cross-origin")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")]
    public void Every_document_carries_it_and_one_that_sets_it_itself_wins(string name, string value)
    {
        Assert.Equal([value], _visitor.Get("/").All(name));

        _visitor.Action = context => context.Response.AddHeader(name.ToLowerInvariant(), "own");
        var reply = _visitor.Get("/");
        Assert.Equal(["own"], reply.All(name));
        Assert.Equal(
            5,
            new[]
            {
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Cross-Origin-Opener-Policy",
                "Permissions-Policy",
            }.Count(other => reply.All(other).Count() == 1)
        );
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("text/plain; charset=utf-8", true)]
    [InlineData("text/css; charset=utf-8", true)]
    [InlineData("text/javascript; charset=utf-8", true)]
    [InlineData("image/png", true)]
    [InlineData("font/woff2", true)]
    [InlineData("text/html", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("application/xml", false)]
    [InlineData("application/pdf", false)]
    public void What_is_never_a_document_carries_only_that_its_type_is_not_guessed(string type, bool isData)
    {
        _visitor.Action = context => context.Response.SetContentType(System.Text.Encoding.ASCII.GetBytes(type));
        var reply = _visitor.Get("/");
        Assert.Equal("nosniff", reply["X-Content-Type-Options"]);
        Assert.Equal(isData, reply["X-Frame-Options"] is null);
        Assert.Equal(isData, reply["Permissions-Policy"] is null);

        _visitor.Action = context =>
        {
            context.Response.SetContentType(System.Text.Encoding.ASCII.GetBytes(type));
            context.Response.AddHeader("X-Content-Type-Options", "own");
        };
        Assert.Equal(["own"], _visitor.Get("/").All("X-Content-Type-Options"));
    }

    [Fact]
    public void Html_carries_a_content_security_policy_without_inline_script_and_nothing_else_does()
    {
        Assert.Null(_visitor.Get("/")["Content-Security-Policy"]);

        _visitor.Action = context => context.Response.SetContentType("text/html; charset=utf-8"u8);
        string policy = _visitor.Get("/")["Content-Security-Policy"]!;

        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_of_the_pages_own_wins()
    {
        _visitor.Action = context =>
        {
            context.Response.SetContentType("text/html"u8);
            context.Response.AddHeader("Content-Security-Policy", "default-src 'none'");
        };

        Assert.Equal(["default-src 'none'"], _visitor.Get("/").All("Content-Security-Policy"));
    }

    [Fact]
    public void Https_is_asked_for_only_over_https()
    {
        Assert.Null(_visitor.Get("/")["Strict-Transport-Security"]);
        Assert.Equal("max-age=31536000", new Visitor<Stack>(Some.Services()) { IsEncrypted = true }.Get("/")["Strict-Transport-Security"]);
    }
}
