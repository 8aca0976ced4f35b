using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Files and streams as answers of actions.</summary>
public sealed partial class FilesSpec : IAsyncLifetime
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/file", Home.Whole);
                    Get("/below", Home.Below);
                    Get("/stream", Home.Written);
                    Get("/broken", Home.Broken);
                    Get("/path", Home.Where);
                    Get("/any", Home.Any);
                    Get("/lost", Home.Lost);
                }
            }
            public sealed partial class HomeController : Controller
            {
                public static string Root = "";
                public Result Whole() => SendFile(System.IO.Path.Combine(Root, "digits.txt"), downloadName: "Zahl \"1\".txt");
                public Result Below(string name) => SendFile(name, root: Root);
                public Result Written() => Stream(async (stream, cancel) =>
                {
                    await Task.Yield();
                    await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Request.Path), cancel);
                }, "text/plain");
                public Result Broken() => Stream((stream, cancel) => throw new InvalidOperationException("no more"));
                public Result Any(string name) => SendFile(System.IO.Path.Combine(Root, name));
                public Result Lost() => SendFile("digits.txt", root: Root + "-not-there");
                public Result Where() => Text(Request.Path);
            }
            """ + SpecApp.PlainStack;

    private readonly string _root = Directory.CreateTempSubdirectory().FullName;
    private SpecApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = SpecApp.Start(App);
        _app.Type("HomeController").GetField("Root")!.SetValue(null, Path.Combine(_root, "in"));
        Directory.CreateDirectory(Path.Combine(_root, "in"));
        await File.WriteAllTextAsync(Path.Combine(_root, "in", "digits.txt"), "0123456789");
        await File.WriteAllTextAsync(Path.Combine(_root, "outside.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(_root, "in", "folder"));
        Assert.Equal(0, mkfifo(Path.Combine(_root, "in", "fifo"), 0b110_000_000));
        File.CreateSymbolicLink(Path.Combine(_root, "in", "out.txt"), "../outside.txt");
        File.CreateSymbolicLink(Path.Combine(_root, "in", "far.txt"), Path.Combine(_root, "outside.txt"));
        File.CreateSymbolicLink(Path.Combine(_root, "in", "up"), "..");
        File.CreateSymbolicLink(Path.Combine(_root, "in", "zero"), "/dev/zero");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task A_file_has_type_length_validators_and_name()
    {
        using var response = await _app.Client.GetAsync("/file");
        Assert.Equal("0123456789", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "attachment; filename=\"Zahl _1_.txt\"; filename*=UTF-8''Zahl%20%221%22.txt",
            response.Content.Headers.GetValues("Content-Disposition").Single()
        );
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal(HttpStatusCode.NotModified, (await Ask("/file", r => r.Headers.IfNoneMatch.Add(response.Headers.ETag!))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotModified,
            (await Ask("/file", r => r.Headers.IfModifiedSince = response.Content.Headers.LastModified)).StatusCode
        );
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Ask("/file", r => r.Headers.IfMatch.Add(new("\"other\"")))).StatusCode);
        Assert.Equal(
            "234",
            await (
                await Ask("/file", r => (r.Headers.Range, r.Headers.IfRange) = (new(2, 4), new(response.Headers.ETag!)))
            ).Content.ReadAsStringAsync()
        );
        Assert.Equal(
            "0123456789",
            await (
                await Ask("/file", r => (r.Headers.Range, r.Headers.IfRange) = (new(2, 4), new("\"other\"")))
            ).Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task One_range_is_a_part_and_several_are_parts()
    {
        using var one = await Ask("/file", r => r.Headers.Range = new RangeHeaderValue(8, null));
        Assert.Equal(
            (HttpStatusCode.PartialContent, "bytes 8-9/10", "89"),
            (one.StatusCode, one.Content.Headers.ContentRange!.ToString(), await one.Content.ReadAsStringAsync())
        );
        using var several = await Ask("/file", r => r.Headers.Range = new RangeHeaderValue { Ranges = { new(0, 1), new(null, 1) } });
        Assert.Equal(HttpStatusCode.PartialContent, several.StatusCode);
        string? boundary = several.Content.Headers.ContentType!.Parameters.Single(p => p.Name == "boundary").Value;
        Assert.Equal(
            $"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                + $"\r\n--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 9-9/10\r\n\r\n9\r\n"
                + $"--{boundary}--\r\n",
            await several.Content.ReadAsStringAsync()
        );
        using var outside = await Ask("/file", r => r.Headers.Range = new RangeHeaderValue(10, null));
        Assert.Equal(
            (HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */10"),
            (outside.StatusCode, outside.Content.Headers.ContentRange!.ToString())
        );
    }

    [Theory]
    [InlineData("digits.txt", 200)]
    [InlineData("../outside.txt", 404)]
    [InlineData("/etc/passwd", 404)]
    [InlineData("x/../../outside.txt", 404)]
    [InlineData("none.txt", 404)]
    [InlineData("a%00b", 404)]
    [InlineData("", 404)]
    [InlineData(".", 404)]
    [InlineData("/", 404)]
    [InlineData("folder", 404)]
    [InlineData("digits.txt/", 404)]
    [InlineData("/digits.txt", 200)]
    [InlineData("folder/../digits.txt", 200)]
    [InlineData("fifo", 404)]
    [InlineData("zero", 404)]
    [InlineData("out.txt", 404)]
    [InlineData("far.txt", 404)]
    [InlineData("up/outside.txt", 404)]
    [InlineData("up/in/digits.txt", 404)]
    public async Task A_name_from_the_request_stays_below_its_root(string name, int status) =>
        Assert.Equal(status, (await _app.Get($"/below?name={name}")).Status);

    [Fact]
    public async Task A_path_of_the_app_that_is_no_file_is_told_and_holds_nobody()
    {
        Assert.Equal(404, (await _app.Get("/any?name=folder")).Status);
        Assert.Equal("secret", (await _app.Get("/any?name=far.txt")).Body);
        Assert.Equal(500, (await _app.Get("/any?name=fifo")).Status);
        Assert.Contains($"{Path.Combine(_root, "in", "fifo")} is a FIFO, not a file.", _app.Log(), StringComparison.Ordinal);
        Assert.Equal(200, (await _app.Get("/path")).Status);
    }

    [Fact]
    public async Task A_root_that_is_not_there_is_a_mistake_of_the_app()
    {
        Assert.Equal(500, (await _app.Get("/lost")).Status);
        Assert.Contains($"There is no folder {Path.Combine(_root, "in")}-not-there.", _app.Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_has_its_request_until_it_ends()
    {
        Assert.Equal("/stream", (await _app.Get("/stream")).Body);
        Assert.Equal("/path", (await _app.Get("/path")).Body);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _app.Client.GetStringAsync("/broken"));
        Assert.Equal("/path", (await _app.Get("/path")).Body);
    }

    private async Task<HttpResponseMessage> Ask(string path, Action<HttpRequestMessage> prepare)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        prepare(request);
        return await _app.Client.SendAsync(request);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
