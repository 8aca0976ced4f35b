using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Host.Serve;
using Stryke.Web.Security;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

public sealed class ServerSpec
{
    [Fact]
    public async Task It_answers_where_its_banner_says_and_no_more_once_it_has_stopped()
    {
        using var launch = new TestLaunch(("PORT", "0"), ("STRYKE_RUNTIME__BACKEND", "epoll"), ("STRYKE_RUNTIME__CORES", "1"));
        var server = Start(launch);
        Assert.Equal($"Shop on http://127.0.0.1:{server.EndPoint.Port} (development, 1 core, epoll)", server.Banner);

        using var client = new HttpClient();
        Assert.Equal("hello", await client.GetStringAsync($"http://{server.EndPoint}/"));

        server.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync($"http://{server.EndPoint}/"));
    }

    [Fact]
    public async Task The_settings_reach_the_wire()
    {
        using var launch = new TestLaunch(("PORT", "0"), ("STRYKE_SERVER__SERVER_NAME", "Shopkeeper"), ("STRYKE_LIMITS__MAX_BODY", "4"));
        var server = Start(launch);
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"http://{server.EndPoint}/");
        Assert.Equal("Shopkeeper", answer.Headers.Server.ToString());
        using var refused = await client.PostAsync($"http://{server.EndPoint}/", new StringContent("12345"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        server.Stop();
    }

    [Fact]
    public async Task In_production_a_log_file_has_a_json_object_for_each_request_and_each_fault()
    {
        using var launch = new TestLaunch(
            ("PORT", "0"),
            ("STRYKE_ENV", "production"),
            ("STRYKE_LOG__REQUESTS", "true"),
            ("STRYKE_LOG__FILE", "log/production.log"),
            ("STRYKE_PROXIES__TRUSTED", "127.0.0.1")
        );
        var server = Start(launch);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        await client.GetStringAsync($"http://{server.EndPoint}/a");
        using var failed = await client.GetAsync($"http://{server.EndPoint}/boom");
        server.Stop();

        List<JsonElement> lines =
        [
            .. File.ReadLines(Path.Combine(launch.Directory, "log/production.log")).Select(line => JsonDocument.Parse(line).RootElement),
        ];
        Assert.Equal(3, lines.Count);
        List<JsonElement> requests = [.. lines.Where(line => line.TryGetProperty("status", out _))];
        Assert.Equal(
            ["/a 200 192.0.2.7", "/boom 500 192.0.2.7"],
            requests.Select(line => $"{line.GetProperty("path")} {line.GetProperty("status")} {line.GetProperty("remote")}").Order()
        );
        var fault = Assert.Single(lines, line => line.TryGetProperty("exception", out _));
        Assert.Equal(
            "GET /boom boom\nin two lines",
            $"{fault.GetProperty("method")} {fault.GetProperty("path")} {fault.GetProperty("message")}"
        );
        Assert.Contains(requests, line => line.GetProperty("id").GetString() == fault.GetProperty("id").GetString());
        Assert.Equal(2, requests.Select(line => line.GetProperty("trace").GetString()).Distinct().Count());
        Assert.Contains(requests, line => line.GetProperty("trace").GetString() == fault.GetProperty("trace").GetString());
    }

    [Fact]
    public async Task A_log_may_go_to_standard_output()
    {
        using var launch = new TestLaunch(("PORT", "0"), ("STRYKE_LOG__FILE", "stdout"));
        var output = new MemoryStream();
        var server = Server.Start(
            BootedApp.Start(new TestApplication(), launch.Context with { OpenOutput = () => output }),
            KeyRing.Ephemeral()
        );
        using var client = new HttpClient();
        await client.GetStringAsync($"http://{server.EndPoint}/a");
        server.Stop();

        Assert.StartsWith("GET /a → 200 in ", System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_opened_is_named_with_what_to_do()
    {
        using var launch = new TestLaunch(("PORT", "0"), ("STRYKE_LOG__FILE", "."));
        var refusal = Assert.Throws<StartException>(() => Start(launch));
        Assert.StartsWith("The log cannot be opened: ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Choose another in config/server.toml, [log] file, or leave it out for standard error.",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(69, refusal.ExitCode);
    }

    [Fact]
    public void A_port_that_is_taken_is_named_with_what_to_do()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        int port = ((IPEndPoint)other.LocalEndPoint!).Port;
        using var launch = new TestLaunch(("PORT", $"{port}"));

        var refusal = Assert.Throws<StartException>(() => Start(launch));
        Assert.Equal(
            $"127.0.0.1:{port} is taken: another program listens there. Choose another with HOST and PORT, or in "
                + "config/server.toml, [server].",
            refusal.Message
        );
        Assert.Equal(69, refusal.ExitCode);
    }

    [Fact]
    public void A_folder_for_uploads_is_made_and_one_that_cannot_be_is_named()
    {
        using var launch = new TestLaunch(("PORT", "0"), ("STRYKE_UPLOADS__FOLDER", "tmp/uploads"));
        Start(launch).Stop();
        Assert.True(Directory.Exists(launch.Context.PathOf("tmp/uploads")));
        Assert.Empty(Directory.GetFiles(launch.Context.PathOf("tmp/uploads")));

        using var wrong = new TestLaunch(("PORT", "0"), ("STRYKE_UPLOADS__FOLDER", "a-file/uploads")).With("a-file", "");
        var refusal = Assert.Throws<StartException>(() => Start(wrong));
        Assert.StartsWith(
            $"Uploaded files cannot be stored in {wrong.Context.PathOf("a-file/uploads")}: ",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(69, refusal.ExitCode);
    }

    [Fact]
    public void An_address_that_is_not_of_this_machine_is_named()
    {
        using var launch = new TestLaunch(("HOST", "192.0.2.1"), ("PORT", "0")); // RFC 5737: an address of no machine
        var refusal = Assert.Throws<StartException>(() => Start(launch));
        Assert.StartsWith("192.0.2.1:0 cannot be listened on: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_addresses_are_all_answered_at_and_all_named()
    {
        using var launch = new TestLaunch(
            ("STRYKE_SERVER__LISTEN", "127.0.0.1:0, [::1]:0, unix:shop.sock"),
            ("STRYKE_RUNTIME__BACKEND", "epoll"),
            ("STRYKE_RUNTIME__CORES", "1")
        );
        var server = Start(launch);
        string path = Path.Combine(launch.Directory, "shop.sock");
        EndPoint[] endPoints = [.. server.Listener.EndPoints];
        Assert.Equal($"Shop on http://{endPoints[0]}, http://{endPoints[1]}, unix:{path} (development, 1 core, epoll)", server.Banner);
        foreach (var endPoint in endPoints)
        {
            using var client = await TestClient.ConnectAsync(endPoint);
            Assert.Equal("hello", (await client.AskAsync("GET / HTTP/1.1\r\nHost: shop\r\n\r\n")).Body);
        }
        server.Stop();
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_path_that_is_taken_is_named_with_what_to_do()
    {
        using var launch = new TestLaunch(("STRYKE_SERVER__LISTEN", "unix:shop.sock"));
        string path = Path.Combine(launch.Directory, "shop.sock");
        using var other = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        other.Bind(new UnixDomainSocketEndPoint(path));
        other.Listen();
        var refusal = Assert.Throws<StartException>(() => Start(launch));
        Assert.Equal(
            $"unix:{path} is taken: another program listens there. Choose another in config/server.toml, [server].",
            refusal.Message
        );
    }

    [Fact]
    public void A_path_that_is_too_long_for_a_socket_is_told()
    {
        using var launch = new TestLaunch(("STRYKE_SERVER__LISTEN", $"unix:{new string('a', 90)}"));
        var refusal = Assert.Throws<StartException>(() => Start(launch));
        Assert.Contains("is too long for the name of a socket", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(78, refusal.ExitCode);
    }

    private static Server Start(TestLaunch launch) =>
        Server.Start(BootedApp.Start(new TestApplication(), launch.Context), KeyRing.Ephemeral());
}
