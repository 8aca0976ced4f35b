using System.Text;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Serve;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Security;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Middleware;
using Stryke.Web.Specs.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>
/// Who is refused for a limit is told in the log, with the setting and what it is; its author in development also in
/// the answer.
/// </summary>
public sealed class LimitNoticeSpec
{
    private static readonly string Get = "GET / HTTP/1.1\r\nHost: x\r\n";

    public static readonly TheoryData<string, int, string> Refusals = new()
    {
        {
            $"POST /up HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n",
            413,
            "[limits] max_body in config/server.toml, now 1KiB; [MaxBody] of an action sets another"
        },
        {
            $"POST /up HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n500\r\n",
            413,
            "[limits] max_body in config/server.toml, now 1KiB; [MaxBody] of an action sets another"
        },
        { $"GET /{new string('x', 200)} HTTP/1.1\r\nHost: x\r\n\r\n", 414, "[limits] max_target in config/server.toml, now 128 bytes" },
        { $"{Get}A: {new string('x', 2000)}\r\n\r\n", 431, "[limits] max_head in config/server.toml, now 1KiB" },
        { $"{Get}{string.Concat(Enumerable.Repeat("A: b\r\n", 20))}\r\n", 431, "[limits] max_headers in config/server.toml, now 10" },
        { "GET / HTTP/1.1\r\n", 408, "[limits] head_timeout in config/server.toml, now 0.2 s" },
        {
            "POST /up HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx",
            408,
            "[limits] body_timeout and min_body_rate in config/server.toml, now 0.2 s and 240 bytes a second"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_of_the_server_names_its_setting(string request, int status, string setting)
    {
        foreach (string environment in new[] { "development", "production" })
        {
            using var launch = Launch(environment);
            var (server, log) = Start(launch);
            using var client = await TestClient.ConnectAsync(server.EndPoint);
            var answer = await client.AskAsync(request);
            Assert.Equal(status, answer.Status);
            Assert.Equal(environment == "development", answer.Body.Contains($"\nThe limit is {setting}.\n", StringComparison.Ordinal));
            server.Stop();
            string said = Encoding.UTF8.GetString(log.ToArray());
            Assert.Contains($" was refused. The limit is {setting}.", said, StringComparison.Ordinal);
            if (request.StartsWith("POST", StringComparison.Ordinal))
                Assert.Contains("POST /up was refused.", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("STRYKE_LIMITS__MAX_CONNECTIONS", "[limits] max_connections in config/server.toml, now 1.")]
    [InlineData("STRYKE_LIMITS__MAX_CONNECTIONS_PER_ADDRESS", "[limits] max_connections_per_address in config/server.toml, now 1.")]
    public async Task A_connection_that_is_one_too_many_names_it_once(string variable, string setting)
    {
        using var launch = Launch("production", (variable, "1"));
        var (server, log) = Start(launch);
        using var first = await TestClient.ConnectAsync(server.EndPoint);
        Assert.Equal("hello", (await first.AskAsync($"{Get}\r\n")).Body);
        for (int i = 0; i < 3; i++)
        {
            using var more = await TestClient.ConnectAsync(server.EndPoint);
            Assert.Equal(503, (await more.ReadAsync()).Status);
        }
        first.Dispose();
        server.Stop();
        Assert.Equal(2, Encoding.UTF8.GetString(log.ToArray()).Split($"A connection was refused. The limit is {setting}").Length);
    }

    [Theory]
    [InlineData(RequestLimit.Fields, null, "[limits] max_fields in config/server.toml, now 1000")]
    [InlineData(RequestLimit.Parts, null, "[limits] max_fields and [uploads] max_files in config/server.toml, now 1000 and 100")]
    [InlineData(RequestLimit.FileBytes, null, "[uploads] max_file in config/server.toml, now 3MiB")]
    [InlineData(RequestLimit.Files, null, "[uploads] max_files in config/server.toml, now 100")]
    [InlineData(RequestLimit.TextBytes, null, "[uploads] max_text in config/server.toml, now 1MiB")]
    [InlineData(RequestLimit.PartHeadBytes, null, "[uploads] max_part_head in config/server.toml, now 4KiB")]
    [InlineData(RequestLimit.BodyBytes, 4L, "[MaxBody] of the action, which is 4 bytes")]
    [InlineData(
        RequestLimit.ResponseTime,
        null,
        "[limits] write_timeout and min_response_rate in config/server.toml, now 30 s and 240 bytes a second"
    )]
    public void Every_limit_has_its_name(RequestLimit limit, long? value, string text)
    {
        using var launch = new TestLaunch(("STRYKE_UPLOADS__MAX_FILE", "3MiB"));
        var settings = BootedApp.Start(new TestApplication(), launch.Context).Settings;
        Assert.Equal(text, LimitText.Of(new LimitReached(limit, value), settings));
        Assert.Equal(
            $"The limit is {text}.",
            new LimitNotice(settings, LogWriter.Discard, tellsClient: true).Report(new LimitReached(limit, value), null)
        );
        Assert.Null(new LimitNotice(settings, LogWriter.Discard, tellsClient: false).Report(new LimitReached(limit, value), null));
    }

    [Fact]
    public void What_is_reached_all_the_time_is_told_once_a_minute_with_how_often()
    {
        using var launch = Launch("production");
        var clock = new Clock();
        var log = new LogProbe(LogFormat.Text);
        var notice = new LimitNotice(BootedApp.Start(new TestApplication(), launch.Context).Settings, log.Log, tellsClient: false, clock);
        foreach (int seconds in new[] { 0, 30, 29, 1, 60 })
        {
            clock.Now += TimeSpan.FromSeconds(seconds);
            notice.Report(new LimitReached(RequestLimit.Connections, null), null);
        }

        const string Told = "A connection was refused. The limit is [limits] max_connections in config/server.toml, now 65536.";
        Assert.Equal([Told, $"{Told} 2 more since the last time.", Told], log.Lines());
    }

    private static TestLaunch Launch(string environment, params (string, string)[] more) =>
        new([
            ("PORT", "0"),
            ("STRYKE_ENV", environment),
            ("STRYKE_LOG__FILE", "stdout"),
            ("STRYKE_LOG__FORMAT", "text"),
            ("STRYKE_LIMITS__MAX_BODY", "1KiB"),
            ("STRYKE_LIMITS__MAX_TARGET", "128"),
            ("STRYKE_LIMITS__MAX_HEAD", "1KiB"),
            ("STRYKE_LIMITS__MAX_HEADERS", "10"),
            ("STRYKE_LIMITS__HEAD_TIMEOUT", "0.2"),
            ("STRYKE_LIMITS__BODY_TIMEOUT", "0.2"),
            .. more,
        ]);

    private static (Server Server, MemoryStream Log) Start(TestLaunch launch)
    {
        var log = new MemoryStream();
        return (
            Server.Start(BootedApp.Start(new TestApplication(), launch.Context with { OpenOutput = () => log }), KeyRing.Ephemeral()),
            log
        );
    }
}
