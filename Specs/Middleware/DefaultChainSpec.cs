using System.Text;
using Stryke.Web.Middleware;
using Xunit;
using Default = Stryke.Web.Middleware.Chains.Chain<
    Stryke.Web.Middleware.Steps.SecurityHeaders,
    Stryke.Web.Middleware.Chains.Chain<
        Stryke.Web.Middleware.Steps.StaticAssets,
        Stryke.Web.Middleware.Chains.Chain<
            Stryke.Web.Middleware.Steps.Sessions,
            Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.Csrf, Stryke.Web.Middleware.Chains.EndOfChain>
        >
    >
>;

namespace Stryke.Web.Specs.Middleware;

public sealed class DefaultChainSpec
{
    private readonly Visitor<Default> _visitor = new(Some.Services(assets: new Assets([new Asset("app.css", () => "body{}"u8.ToArray())])));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-8")]
    public void A_request_that_touches_no_session_allocates_nothing(string mediaType)
    {
        byte[] type = Encoding.ASCII.GetBytes(mediaType);
        _visitor.Action = context =>
        {
            context.Response.SetContentType(type);
            context.Response.Write("Hello"u8);
        };
        AllocatesNothing(_visitor.Encode("GET", "/posts/42?page=2", "", "Accept: text/html"));
    }

    [Fact]
    public void A_cookie_that_nobody_asks_for_is_not_opened()
    {
        _visitor.Cookies["_stryke_session"] = new string('A', 500);
        AllocatesNothing(_visitor.Encode("GET", "/posts/42", ""));
    }

    [Fact]
    public void A_page_of_the_app_wins_over_a_file_of_the_same_name() => Assert.Equal("ok", _visitor.Get("/app.css").Body);

    [Fact]
    public void Refusals_and_assets_carry_the_security_headers_too()
    {
        var refusal = _visitor.Post("/posts", "a=1");
        Assert.Equal(403, refusal.Status);
        Assert.Equal("nosniff", refusal["X-Content-Type-Options"]);

        _visitor.Route = default;
        var asset = _visitor.Get("/app.css");
        Assert.Equal("body{}", asset.Body);
        Assert.Equal("nosniff", asset["X-Content-Type-Options"]);
    }

    private void AllocatesNothing(byte[] message)
    {
        for (int i = 0; i < 100; i++)
            _visitor.Exchange(message);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            _visitor.Exchange(message);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
