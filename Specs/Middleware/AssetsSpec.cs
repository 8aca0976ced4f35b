using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class AssetsSpec
{
    [Fact]
    public void A_file_is_read_when_it_is_first_asked_for_and_once()
    {
        int reads = 0;
        var assets = new Assets([
            new Asset(
                "app.css",
                () =>
                {
                    reads++;
                    return "body{}"u8.ToArray();
                }
            ),
        ]);

        Assert.Equal(0, reads);
        Assert.Equal("body{}"u8.ToArray(), assets.Find("app.css")!.Bytes.ToArray());
        Assert.Equal(16, assets.Find("app.css")!.Fingerprint.Length);
        Assert.Equal(1, reads);
    }

    [Fact]
    public void The_fingerprint_changes_with_the_bytes()
    {
        var prints = new[] { "", "a", "b", "ab", "ba" }.Select(text =>
            new Asset("x", () => System.Text.Encoding.ASCII.GetBytes(text)).Fingerprint
        );

        Assert.Equal(5, prints.Distinct().Count());
    }

    [Fact]
    public void The_url_of_an_asset_carries_its_fingerprint()
    {
        var asset = new Asset("css/app.css", () => "body{}"u8.ToArray());

        Assert.Equal($"/css/app.css?v={asset.Fingerprint}", new Assets([asset]).PathFor("css/app.css"));
        Assert.Equal("/css/none.css", new Assets([asset]).PathFor("css/none.css"));
        Assert.Equal($"/css/app.css?v={asset.Fingerprint}", new Assets([asset]).PathFor("/css/app.css"));
        Assert.Equal("/C%23/what%3F%20%C3%BC%25.css", new Assets([asset]).PathFor("C#/what? ü%.css"));
    }

    [Fact]
    public void Resources_of_the_program_are_found_by_their_path_below_public()
    {
        var assets = Assets.FromResources(typeof(AssetsSpec).Assembly, "no such prefix/");

        Assert.Null(assets.Find("css/app.css"));
        Assert.True(assets.IsEmpty);
    }
}
