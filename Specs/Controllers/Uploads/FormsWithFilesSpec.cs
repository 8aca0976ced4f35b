using System.Security.Cryptography;
using Stryke.Web.Actors;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Specs.Http.Http1;
using Xunit;
using static Stryke.Web.Specs.Controllers.Uploads.UploadApp;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>Forms with files, as an action has them.</summary>
public sealed class FormsWithFilesSpec
{
    [Theory]
    [OnEveryBackend(0)]
    [OnEveryBackend(1)]
    [OnEveryBackend(65_536)]
    [OnEveryBackend(65_537)]
    [OnEveryBackend(3_000_000)]
    public async Task Fields_and_files_arrive_as_they_were_sent(Backend backend, int length)
    {
        await using var app = UploadApp.Start(backend);
        byte[] content = Noise(length);
        var (status, body) = await app.Post("/profile", ("name", Utf8("Zoë & \r\n–"), null), ("avatar", content, "me.png"));
        Assert.Equal(
            (200, $"Zoë & \r\n–|avatar|me.png|image/png|{length}|{Convert.ToHexString(SHA256.HashData(content))}"),
            (status, body)
        );
        await app.IsClean();
    }

    [Theory]
    [OnEveryBackend(1)]
    [OnEveryBackend(7)]
    public async Task However_the_bytes_come(Backend backend, int pieceBytes)
    {
        await using var app = UploadApp.Start(backend, folder => new UploadOptions { Folder = folder, MemoryBytes = 5 });
        using var client = await app.ConnectAsync();
        byte[] request = System.Text.Encoding.Latin1.GetBytes(
            Raw("/profile", Part("name", "Ada") + Part("avatar", "\r\n--B\r\n--c\r", "a.txt") + "--b--\r\n")
        );
        foreach (byte[] piece in request.Chunk(pieceBytes))
            await client.SendAsync(piece);
        var answer = await client.ReadAsync();
        Assert.Equal(
            (200, $"Ada|avatar|a.txt|application/octet-stream|11|{Convert.ToHexString(SHA256.HashData("\r\n--B\r\n--c\r"u8))}"),
            (answer.Status, answer.Body)
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Other_requests_follow_on_the_connection(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using var client = await app.ConnectAsync();
        string upload = Raw("/photos", Part("photos", "12345", "a") + "--b--\r\nepilogue");
        await client.SendAsync(upload + "GET / HTTP/1.1\r\nHost: x\r\n\r\n" + upload);
        Assert.Equal("a:5   1", (await client.ReadAsync()).Body);
        Assert.Equal("alive", (await client.ReadAsync()).Body);
        Assert.Equal("a:5   1", (await client.ReadAsync()).Body);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_client_that_waits_for_leave_gets_it(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/photos") { Content = Form(("photos", Noise(100_000), "a")) };
        request.Headers.ExpectContinue = true;
        using var response = await app.App.Client.SendAsync(request);
        Assert.Equal("a:100000   1", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_chunked_body_is_read_as_well(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/photos") { Content = Form(("photos", Noise(100_000), "a")) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await app.App.Client.SendAsync(request);
        Assert.Equal("a:100000   1", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Several_files_of_one_field_and_fields_within_a_name()
    {
        await using var app = UploadApp.Start(Backend.Auto);
        var (_, body) = await app.Post(
            "/photos",
            ("photos", Noise(3), "a"),
            ("post[title]", Utf8("On slowness"), null),
            ("photos", Noise(70_000), "b"),
            ("post[cover]", Noise(4), "c")
        );
        Assert.Equal("a:3,b:70000 c On slowness 3", body);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\fakepath\\me.png", "me.png")]
    [InlineData("..", "__")]
    [InlineData("a/..", "__")]
    [InlineData("a/", "")]
    [InlineData("two%0D%0Alines", "two__lines")]
    [InlineData(" . ", "_")]
    [InlineData(".profile", ".profile")]
    public async Task A_name_has_no_folders_and_no_control_characters(string sent, string name)
    {
        await using var app = UploadApp.Start(Backend.Auto);
        using var client = await app.ConnectAsync();
        Assert.Equal($"{name}:1   1", (await client.AskAsync(Raw("/photos", Part("photos", "x", sent) + "--b--"))).Body);
    }

    [Fact]
    public async Task A_file_that_is_required_and_missing_is_400_and_named()
    {
        await using var app = UploadApp.Start(Backend.Auto);
        var (status, body) = await app.Post("/profile", ("name", Utf8("Ada"), null));
        Assert.Equal(400, status);
        Assert.Contains("\"avatar\" is missing", body);
    }

    [Fact]
    public async Task A_field_whose_visitor_chose_no_file_has_none()
    {
        await using var app = UploadApp.Start(Backend.Auto);
        using var client = await app.ConnectAsync();
        Assert.Equal(400, (await client.AskAsync(Raw("/profile", Part("name", "Ada") + Part("avatar", "", "") + "--b--"))).Status);
        Assert.Equal("   0", (await client.AskAsync(Raw("/photos", Part("photos", "", "") + "--b--"))).Body);
    }

    [Fact]
    public async Task A_form_may_mean_another_method()
    {
        await using var app = UploadApp.Start(Backend.Auto);
        Assert.Equal(
            (200, "Patch 7 Ada a"),
            await app.Post("/people/7", ("_method", Utf8("patch"), null), ("name", Utf8("Ada"), null), ("avatar", Noise(100_000), "a"))
        );
        Assert.Equal((200, "Patch 7  none"), await app.Post("/people/7", ("_method", Utf8("patch"), null)));

        // The first counts, as in a form without files.
        Assert.Equal(
            (200, "Patch 7  none"),
            await app.Post("/people/7", ("_method", Utf8("patch"), null), ("_method", Utf8("nonsense"), null))
        );
        Assert.Equal(405, (await app.Post("/people/7", ("name", Utf8("Ada"), null))).Status);
    }

    [Fact]
    public async Task An_action_that_reads_its_body_itself_has_it_untouched()
    {
        await using var app = UploadApp.Start(Backend.Auto);
        using var client = await app.ConnectAsync();
        string body = Part("a", "b") + "--b--";
        Assert.Equal(body, (await client.AskAsync(Raw("/streamed", body))).Body);
    }

    [Fact]
    public async Task The_error_page_shows_names_and_sizes_and_nothing_of_the_files()
    {
        await using var app = UploadApp.Start(Backend.Auto, environment: StrykeEnvironment.Development);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fault")
        {
            Content = Form(("note", Utf8("a note"), null), ("file", Utf8("what is in it"), "<b>.png")),
        };
        request.Headers.Add("Accept", "text/html");
        using var response = await app.App.Client.SendAsync(request);
        string page = await response.Content.ReadAsStringAsync();
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Contains("a note", page);
        Assert.Contains("&lt;b&gt;.png (image/png, 13 bytes)", page);
        Assert.DoesNotContain("what is in it", page);
    }
}
