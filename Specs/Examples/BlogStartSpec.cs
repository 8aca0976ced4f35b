using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>Starting the blog where something is wrong: it says what, where and what to do, and leaves with a status of its own.</summary>
public sealed class BlogStartSpec : IDisposable
{
    private const int Unavailable = 69,
        Misconfigured = 78;

    private readonly BlogPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await _place.Prepare();
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        int port = ((IPEndPoint)other.LocalEndPoint!).Port;

        var result = await _place.With("PORT", $"{port}").Run();

        Assert.Equal(Unavailable, result.ExitCode);
        Assert.Contains($"{port}", result.Error);
    }

    [Fact]
    public async Task A_database_directory_that_is_missing_is_named()
    {
        var result = await _place.With("STRYKE_DATABASE", "nowhere/blog.sqlite3").Run("db", "migrate");

        Assert.Equal(Unavailable, result.ExitCode);
        Assert.Contains("nowhere", result.Error);
    }

    [Fact]
    public async Task A_broken_line_of_toml_is_named_with_its_file_and_what_was_expected()
    {
        var result = await _place.WithFile("config/server.toml", "[server]\nport = = 3000\n").Run();

        Assert.Equal(Misconfigured, result.ExitCode);
        Assert.Contains("config/server.toml:2", result.Error);
        Assert.Contains("expected", result.Error);
    }

    [Fact]
    public async Task A_setting_that_is_not_known_is_an_error_that_suggests_the_nearest()
    {
        var result = await _place.WithFile("config/server.toml", "[server]\nprot = 3000\n").Run();

        Assert.Equal(Misconfigured, result.ExitCode);
        Assert.Contains("prot", result.Error);
        Assert.Contains("port", result.Error);
    }

    [Fact]
    public async Task Production_without_a_master_key_refuses_and_says_how_to_make_one()
    {
        var result = await _place.With("STRYKE_ENV", "production").Run();

        Assert.Equal(Misconfigured, result.ExitCode);
        Assert.Contains("secrets key", result.Error);
    }

    [Fact]
    public async Task Production_starts_with_a_key_that_the_blog_made()
    {
        var key = await _place.Run("secrets", "key");
        _place.With("STRYKE_ENV", "production").With("STRYKE_MASTER_KEY", key.Output.Trim());
        await _place.Prepare();

        await using var blog = await _place.Serve();
        Assert.Contains("Nothing is published yet", await blog.Page("/"));
    }

    [Fact]
    public async Task A_folder_of_settings_overrides_what_the_executable_carries_and_the_environment_overrides_both()
    {
        _place.WithFile("config/server.toml", "[server]\nserver_name = \"Folder\"\n");
        await _place.Prepare();
        await using (var blog = await _place.Serve())
        {
            Assert.Equal("Folder", (await blog.Client.GetAsync("/")).Headers.Server.ToString());
        }
        await using (var blog = await _place.With("STRYKE_SERVER__SERVER_NAME", "Environment").Serve())
        {
            Assert.Equal("Environment", (await blog.Client.GetAsync("/")).Headers.Server.ToString());
        }
    }

    [Fact]
    public async Task A_command_that_is_not_known_is_a_usage_error()
    {
        var result = await _place.Run("db", "migrat");
        Assert.NotEqual(0, result.ExitCode);
    }
}
