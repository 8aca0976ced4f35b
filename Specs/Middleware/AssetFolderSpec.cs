using System.Runtime.InteropServices;
using System.Text;
using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed partial class AssetFolderSpec : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("stryke-assets-");
    private readonly Assets _assets;

    public AssetFolderSpec()
    {
        Write("secret.txt", "secret");
        Write("public/app.css", "body{}");
        Write("public/css/deep.css", "deep");
        Write("public/.env", "secret");
        Write("public/.git/config", "secret");
        Write("public/.well-known/security.txt", "Contact: us");
        Write("public-too/x.txt", "secret");
        _assets = Assets.FromFolder(At("public"));
    }

    [Theory]
    [InlineData("app.css", "body{}")]
    [InlineData("css/deep.css", "deep")]
    [InlineData(".well-known/security.txt", "Contact: us")]
    public void What_stands_in_the_folder_is_found(string name, string text) => Assert.Equal(text, Read(name));

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("css/../../secret.txt")]
    [InlineData("../public-too/x.txt")]
    [InlineData("./app.css")]
    [InlineData("css/../app.css")]
    [InlineData("..\\secret.txt")]
    [InlineData("css\\..\\..\\secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("C:/secret.txt")]
    [InlineData("app.css\0.txt")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("css")]
    [InlineData("css/")]
    public void Nothing_outside_of_it_is(string name) => Assert.Null(Read(name));

    [Theory]
    [InlineData(".env")]
    [InlineData(".git/config")]
    public void Nothing_hidden_is(string name) => Assert.Null(Read(name));

    [Fact]
    public async Task A_link_that_leads_out_is_none_and_a_fifo_holds_nobody()
    {
        File.CreateSymbolicLink(At("public/out.txt"), "../secret.txt");
        File.CreateSymbolicLink(At("public/far.txt"), At("secret.txt"));
        File.CreateSymbolicLink(At("public/too"), "../public-too");
        File.CreateSymbolicLink(At("public/same.css"), "app.css");
        Assert.Equal(0, mkfifo(At("public/fifo"), 0b110_000_000));
        foreach (string? name in new[] { "out.txt", "far.txt", "too/x.txt", "fifo" })
            Assert.Null(await Task.Run(() => Read(name)).WaitAsync(Eventually.Bound));
        Assert.Equal("body{}", Read("same.css"));
    }

    [Fact]
    public void A_folder_that_is_taken_away_has_nothing()
    {
        Directory.Delete(At("public"), recursive: true);
        Assert.Null(Read("app.css"));
    }

    [Fact]
    public void The_absolute_path_of_a_file_in_the_folder_is_not_its_name() => Assert.Null(Read(At("public/app.css")));

    [Fact]
    public void An_edit_shows_at_once_and_a_file_that_did_not_change_is_not_read_again()
    {
        var first = _assets.Find("app.css");
        Assert.Same(first, _assets.Find("app.css"));

        Write("public/app.css", "body{color:red}");
        Assert.Equal("body{color:red}", Read("app.css"));
        Assert.NotEqual(first!.Fingerprint, _assets.Find("app.css")!.Fingerprint);

        File.Delete(At("public/app.css"));
        Assert.Null(Read("app.css"));
    }

    public void Dispose() => _place.Delete(recursive: true);

    private string At(string path) => Path.Combine(_place.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private string? Read(string name) => _assets.Find(name) is { } asset ? Encoding.UTF8.GetString(asset.Bytes) : null;

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
