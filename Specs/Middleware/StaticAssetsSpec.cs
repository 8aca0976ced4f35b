using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Errors;
using Xunit;
using Stack = Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Middleware.Steps.StaticAssets, Stryke.Web.Middleware.Chains.EndOfChain>;

namespace Stryke.Web.Specs.Middleware;

public sealed class StaticAssetsSpec
{
    private static readonly string[] Odd =
    [
        "a b.txt",
        "C#/notes.txt",
        "what?.txt",
        "100%.txt",
        "%41.txt",
        "übersicht – 1.txt",
        "a+b&c=d;e.txt",
        "\"quoted'.txt",
        "x/[1]{2}|^`.txt",
    ];

    private static readonly Asset Css = new("css/app.css", () => "body{}"u8.ToArray());

    private static readonly Assets Files = new([
        Css,
        .. Odd.Select(name => new Asset(name, () => System.Text.Encoding.UTF8.GetBytes($"<{name}>"))),
    ]);

    private readonly Visitor<Stack> _visitor = new(Some.Services(assets: Files))
    {
        Route = default,
        Action = context => ErrorPages.NotFound(context),
    };

    [Fact]
    public void A_file_is_answered_with_its_type_and_a_strong_entity_tag_and_must_be_asked_for_again()
    {
        var reply = _visitor.Get("/css/app.css");

        Assert.Equal((200, "body{}"), (reply.Status, reply.Body));
        Assert.Equal("text/css; charset=utf-8", reply["Content-Type"]);
        Assert.Equal($"\"{Css.Fingerprint}\"", reply["ETag"]);
        Assert.Equal("no-cache", reply["Cache-Control"]);
        Assert.Equal("6", reply["Content-Length"]);
    }

    [Fact]
    public void HEAD_is_GET_without_the_body()
    {
        var reply = _visitor.Send("HEAD", "/css/app.css", "");

        Assert.Equal((200, "", "6"), (reply.Status, reply.Body, reply["Content-Length"]));
        Assert.Equal($"\"{Css.Fingerprint}\"", reply["ETag"]);
    }

    [Fact]
    public void A_url_with_the_right_fingerprint_holds_for_a_year_and_no_other_does()
    {
        Assert.Equal("public, max-age=31536000, immutable", _visitor.Get($"/css/app.css?v={Css.Fingerprint}")["Cache-Control"]);
        Assert.Equal("no-cache", _visitor.Get("/css/app.css?v=0123456789abcdef")["Cache-Control"]);
        Assert.Equal("no-cache", _visitor.Get("/css/app.css?v=")["Cache-Control"]);
    }

    [Theory]
    [InlineData("\"@\"", 304)]
    [InlineData("W/\"@\"", 304)]
    [InlineData("\"other\", \"@\"", 304)]
    [InlineData("\"other\" ,\t W/\"@\" , \"more\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("@", 200)]
    [InlineData("", 200)]
    public void RFC_9110_13_1_2_who_has_the_file_is_told_so(string known, int status)
    {
        var reply = _visitor.Get("/css/app.css", $"If-None-Match: {known.Replace("@", Css.Fingerprint, StringComparison.Ordinal)}");

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 304 ? "" : "body{}", reply.Body);
        Assert.Equal($"\"{Css.Fingerprint}\"", reply["ETag"]);
        Assert.Equal("no-cache", reply["Cache-Control"]);
    }

    [Fact]
    public void Names_are_decoded_once()
    {
        Assert.Equal("<a b.txt>", _visitor.Get("/a%20b.txt").Body);
        Assert.Equal("<%41.txt>", _visitor.Get("/%2541.txt").Body);
        Assert.Equal(404, _visitor.Get("/%41.txt").Status);
    }

    [Fact]
    public void Every_name_is_served_at_the_url_that_PathFor_gives()
    {
        foreach (string name in Odd)
        {
            string url = Files.PathFor(name);
            Assert.Equal((200, $"<{name}>"), (_visitor.Get(url).Status, _visitor.Get(url).Body));
            Assert.Equal("public, max-age=31536000, immutable", _visitor.Get(url)["Cache-Control"]);
        }
    }

    [Theory]
    [InlineData("If-Match: \"other\"", 412)]
    [InlineData("If-Match: \"@\"", 200)]
    [InlineData("If-Match: *", 200)]
    [InlineData("If-Match: W/\"@\"", 412)]
    [InlineData("If-Match: \"other\"\r\nIf-Match: \"@\"", 200)]
    [InlineData("If-Match: \"other\"\r\nIf-None-Match: \"@\"", 412)]
    [InlineData("If-Match: \"@\"\r\nIf-None-Match: \"@\"", 304)]
    [InlineData("If-Match: \"other\"\r\nRange: bytes=0-1", 412)]
    [InlineData("If-Match: \"@\"\r\nRange: bytes=0-1", 206)]
    [InlineData("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT", 200)]
    [InlineData("If-None-Match: \"other\"\r\nX: y\r\nIf-None-Match: \"@\"", 304)]
    public void RFC_9110_13_2_2_conditions_count_in_their_order_and_without_Range(string fields, int status) =>
        Assert.Equal(
            status,
            _visitor.Get("/css/app.css", fields.Replace("@", Css.Fingerprint, StringComparison.Ordinal).Split("\r\n")).Status
        );

    [Theory]
    [InlineData("/")]
    [InlineData("/css")]
    [InlineData("/css/")]
    [InlineData("/css/App.css")]
    [InlineData("/css//app.css")]
    [InlineData("//css/app.css")]
    [InlineData("/css/app.css/")]
    public void Anything_else_is_not_a_file(string target) => Assert.Equal(404, _visitor.Get(target).Status);

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public void Other_verbs_are_not_for_files(string verb) => Assert.Equal(404, _visitor.Send(verb, "/css/app.css", "").Status);
}
