using Stryke.Web.Actors;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Specs.Http.Http1;
using Xunit;
using static Stryke.Web.Specs.Controllers.Uploads.UploadApp;

namespace Stryke.Web.Specs.Controllers.Uploads;

/// <summary>Each limit of a form with files, with its status; whoever is refused can read why, though he was still sending.</summary>
public sealed class UploadLimitsSpec
{
    private static UploadApp Limited(Backend backend) =>
        UploadApp.Start(
            backend,
            folder => new UploadOptions
            {
                Folder = folder,
                MemoryBytes = 100,
                MaxFileBytes = 50_000,
                MaxFiles = 2,
                MaxTextBytes = 1_000,
                MaxPartHeadBytes = 200,
            }
        );

    public static IEnumerable<(string Name, string Body, int Status, string Reason)> Refusals =>
        [
            ("a file", Part("photos", new string('x', 50_001), "a"), 413, "The file of the field \"photos\" is larger than 50000 bytes."),
            ("files", Part("f", "x", "a") + Part("f", "x", "b") + Part("f", "", "c"), 400, "The form has more than 2 files."),
            ("text", Part("a", new string('x', 1_000)), 413, "The fields of the form are larger than 1000 bytes together."),
            (
                "names",
                string.Concat(Enumerable.Range(0, 11).Select(_ => Part(new string('n', 100), ""))),
                413,
                "The fields of the form are larger than 1000 bytes together."
            ),
            ("fields", string.Concat(Enumerable.Range(0, 1_002).Select(_ => Part("", ""))), 400, "The form has more than 1000 fields."),
            ("parts", string.Concat(Enumerable.Range(0, 1_005).Select(_ => Part("f", "", ""))), 400, "There are too many parts."),
            ("a head", Part(new string('n', 200), ""), 400, "The head of a part is too large."),
            ("no boundary", "nothing of the kind", 400, "The body ends before its last boundary."),
            ("rubbish", "--b\r\nrubbish\r\n\r\n", 400, "A line in the head of a part is not: name, colon, value."),
            (
                "parts in parts",
                "--b\r\nContent-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed\r\n\r\n",
                400,
                "A part holds parts"
            ),
        ];

    [Theory]
    [OnEveryBackend]
    public async Task Beyond_it_the_form_is_refused_and_its_files_are_gone(Backend backend)
    {
        await using var app = Limited(backend);
        foreach (var (name, body, status, reason) in Refusals)
        {
            using var client = await app.ConnectAsync();
            var answer = await client.AskAsync(Raw("/photos", Part("before", new string('x', 200), "spooled")[..^2] + "\r\n" + body));
            Assert.Equal("close", answer["Connection"]);
            Assert.True(answer.Status == status && answer.Body.Contains(reason), $"{name}: {answer.Status} {answer.Body}");
            await app.IsClean();
        }

        Assert.Empty(app.App.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Within_them_it_is_taken(Backend backend)
    {
        await using var app = Limited(backend);
        string body = Part("photos", new string('x', 50_000), "a") + Part("photos", "", "b") + Part("a", new string('x', 999)) + "--b--";
        using var client = await app.ConnectAsync();
        Assert.Equal("a:50000,b:0   2", (await client.AskAsync(Raw("/photos", body))).Body);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_client_that_still_sends_can_read_why(Backend backend)
    {
        await using var app = Limited(backend);
        using var client = await app.ConnectAsync();
        string body = Part("photos", new string('x', 5_000_000), "a") + "--b--";
        var sending = client.SendAsync(Raw("/photos", body));
        var answer = await client.ReadAsync();
        Assert.Equal((413, "close"), (answer.Status, answer["Connection"]));
        await sending;
    }

    [Theory]
    [OnEveryBackend]
    public async Task The_whole_body_has_the_limit_of_its_action(Backend backend)
    {
        await using var app = UploadApp.Start(backend);
        using var client = await app.ConnectAsync();
        Assert.Equal(
            413,
            (
                await client.AskAsync(
                    "POST /small HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1001\r\n\r\n"
                )
            ).Status
        );
        using var chunked = await app.ConnectAsync();
        string part = Part("file", new string('x', 2_000), "a");
        Assert.Equal(
            413,
            (
                await chunked.AskAsync(
                    "POST /small HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                        + $"Transfer-Encoding: chunked\r\n\r\n{part.Length:x}\r\n{part}\r\n0\r\n\r\n"
                )
            ).Status
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_disk_that_cannot_be_written_to_is_a_500_in_the_log_and_no_more(Backend backend)
    {
        await using var app = UploadApp.Start(backend, folder => new UploadOptions { Folder = folder + "/missing" });
        var (status, _) = await app.Post("/photos", ("photos", Noise(100_000), "a"));
        Assert.Equal(500, status);
        Assert.Single(app.App.Log().Split('\n'), line => line.StartsWith("POST /photos", StringComparison.Ordinal));
        Assert.Equal((200, "a:10   1"), await app.Post("/photos", ("photos", Noise(10), "a")));
        Directory.CreateDirectory(app.Folder);
    }
}
