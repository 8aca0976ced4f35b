using System.Net;
using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Text.Settings;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

/// <summary>The layers of settings: defaults ← the app's own files ← files of the working directory ← environment variables.</summary>
public sealed class SettingsLoaderSpec
{
    [Fact]
    public void Without_any_file_the_defaults_hold()
    {
        using var launch = new TestLaunch();
        var settings = Load(launch);
        Assert.Equal(
            new ServerSettings
            {
                Host = IPAddress.Loopback,
                Port = 3000,
                ShutdownTimeout = TimeSpan.FromSeconds(10),
                ServerName = "Stryke",
            },
            settings.Server
        );
        Assert.Equal(new RuntimeSettings { Backend = Backend.Auto, Cores = 0 }, settings.Runtime);
        Assert.Equal(new HttpOptions().MaxBodyBytes, settings.Limits.MaxBodyBytes);
        Assert.Equal(new HttpOptions().KeepAliveTimeoutMs, settings.Limits.KeepAliveTimeoutMs);
        Assert.Equal("development.sqlite3", settings.Database.Path);
    }

    [Fact]
    public void How_deep_views_may_be_nested_is_a_setting()
    {
        using var launch = new TestLaunch();
        Assert.Equal(100, Load(launch).Views.MaxDepth);
        Assert.Equal(500, Load(launch, carried: ("config/server.toml", "[views]\nmax_depth = 500")).Views.MaxDepth);
        Assert.Throws<SettingsException>(() => Load(launch, carried: ("config/server.toml", "[views]\nmax_depth = 0")));
    }

    [Fact]
    public void The_files_that_the_app_carries_override_the_defaults()
    {
        using var launch = new TestLaunch();
        var settings = Load(launch, carried: ("config/server.toml", "[server]\nport = 4000\n[runtime]\nbackend = 'epoll'\ncores = 1"));
        Assert.Equal(4000, settings.Server.Port);
        Assert.Equal(IPAddress.Loopback, settings.Server.Host);
        Assert.Equal(new RuntimeSettings { Backend = Backend.Epoll, Cores = 1 }, settings.Runtime);
    }

    [Fact]
    public void A_file_of_the_working_directory_overrides_key_by_key_what_the_app_carries()
    {
        using var launch = new TestLaunch().With("config/server.toml", "[server]\nport = 5000");
        var settings = Load(launch, carried: ("config/server.toml", "[server]\nport = 4000\nserver_name = 'Carried'"));
        Assert.Equal(5000, settings.Server.Port);
        Assert.Equal("Carried", settings.Server.ServerName);
    }

    [Fact]
    public void Variables_override_files_and_the_long_name_overrides_the_short_one()
    {
        using var launch = new TestLaunch(("PORT", "6000"), ("HOST", "0.0.0.0"), ("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "2.5")).With(
            "config/server.toml",
            "[server]\nport = 5000"
        );
        var settings = Load(launch);
        Assert.Equal(6000, settings.Server.Port);
        Assert.Equal(IPAddress.Any, settings.Server.Host);
        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.Server.ShutdownTimeout);

        using var both = new TestLaunch(("PORT", "6000"), ("STRYKE_SERVER__PORT", "7000"));
        Assert.Equal(7000, Load(both).Server.Port);
    }

    [Fact]
    public void Several_addresses_are_a_list_in_a_file_and_have_commas_in_a_variable()
    {
        EndPoint[] three =
        [
            new IPEndPoint(IPAddress.Any, 80),
            new IPEndPoint(IPAddress.IPv6Loopback, 3000),
            new UnixDomainSocketEndPoint("tmp/blog.sock"),
        ];
        using var file = new TestLaunch().With(
            "config/server.toml",
            "[server]\nlisten = ['0.0.0.0:80', '[::1]:3000', 'unix:tmp/blog.sock']\nsocket_mode = '0600'"
        );
        var server = Load(file).Server;
        Assert.Equal(three, server.EndPoints);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, server.SocketMode);

        using var variable = new TestLaunch(("STRYKE_SERVER__LISTEN", "0.0.0.0:80, [::1]:3000,unix:tmp/blog.sock"));
        Assert.Equal(three, Load(variable).Server.EndPoints);
    }

    [Fact]
    public void The_nearer_way_to_say_where_wins_over_the_farther_one()
    {
        using var listed = new TestLaunch().With("config/server.toml", "[server]\nlisten = ['[::1]:3000']");
        Assert.Equal(
            [new IPEndPoint(IPAddress.IPv6Loopback, 3000)],
            Load(listed, carried: ("config/server.toml", "[server]\nhost = '0.0.0.0'\nport = 4000")).Server.EndPoints
        );

        using var ported = new TestLaunch().With("config/server.toml", "[server]\nport = 5000");
        Assert.Equal(
            [new IPEndPoint(IPAddress.Loopback, 5000)],
            Load(ported, carried: ("config/server.toml", "[server]\nlisten = ['[::1]:3000']")).Server.EndPoints
        );

        using var platform = new TestLaunch(("PORT", "6000")).With("config/server.toml", "[server]\nlisten = ['[::1]:3000']");
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, 6000)], Load(platform).Server.EndPoints);

        using var both = new TestLaunch(("PORT", "6000"), ("STRYKE_SERVER__LISTEN", "unix:a.sock"));
        Assert.Equal([new UnixDomainSocketEndPoint("a.sock")], Load(both).Server.EndPoints);
    }

    [Fact]
    public void An_empty_variable_counts_as_not_set()
    {
        using var launch = new TestLaunch(("PORT", ""), ("STRYKE_SERVER__HOST", ""));
        Assert.Equal(3000, Load(launch).Server.Port);
    }

    [Theory]
    [InlineData(StrykeEnvironment.Development, "dev.sqlite3")]
    [InlineData(StrykeEnvironment.Test, "test.sqlite3")]
    [InlineData(StrykeEnvironment.Production, "/var/lib/blog/blog.sqlite3")]
    public void Each_environment_has_its_table_of_the_database(StrykeEnvironment environment, string path)
    {
        using var launch = new TestLaunch().With(
            "config/database.toml",
            "[development]\npath = 'dev.sqlite3'\n[production]\npath = '/var/lib/blog/blog.sqlite3'"
        );
        Assert.Equal(path, Load(launch, environment).Database.Path);
    }

    [Fact]
    public void The_databases_path_may_come_from_the_environment()
    {
        using var launch = new TestLaunch(("STRYKE_DATABASE", "other.sqlite3"), ("STRYKE_DATABASE__BUSY_TIMEOUT", "1")).With(
            "config/database.toml",
            "[development]\npath = 'dev.sqlite3'"
        );
        var database = Load(launch).Database;
        Assert.Equal(new DatabaseSettings { Path = "other.sqlite3", BusyTimeout = TimeSpan.FromSeconds(1) }, database);
    }

    [Theory]
    [InlineData("4096", 4096)]
    [InlineData("'64KiB'", 64 * 1024)]
    [InlineData("'10 MiB'", 10 * 1024 * 1024)]
    [InlineData("'512B'", 512)]
    public void Sizes_are_bytes_or_texts_with_a_unit(string written, int bytes)
    {
        using var launch = new TestLaunch().With("config/server.toml", $"[limits]\nmax_body = {written}");
        Assert.Equal(bytes, Load(launch).Limits.MaxBodyBytes);
    }

    [Fact]
    public void Uploads_have_a_folder_and_limits()
    {
        using var launch = new TestLaunch(("STRYKE_UPLOADS__MAX_FILES", "3")).With(
            "config/server.toml",
            "[uploads]\nfolder = 'tmp/uploads'\nmemory = '1MiB'\nmax_file = '8GiB'\nmax_text = 5\nmax_part_head = 200"
        );
        Assert.Equal(
            new UploadOptions
            {
                Folder = "tmp/uploads",
                MemoryBytes = 1 << 20,
                MaxFileBytes = 8L << 30,
                MaxFiles = 3,
                MaxTextBytes = 5,
                MaxPartHeadBytes = 200,
            },
            Load(launch).Uploads
        );
    }

    [Theory]
    [InlineData(StrykeEnvironment.Development, true)]
    [InlineData(StrykeEnvironment.Test, false)]
    [InlineData(StrykeEnvironment.Production, false)]
    public void Requests_are_logged_in_development_unless_said_otherwise(StrykeEnvironment environment, bool isLogged)
    {
        using var launch = new TestLaunch();
        Assert.Equal(isLogged, Load(launch, environment).Log.Requests);
        using var told = new TestLaunch(("STRYKE_LOG__REQUESTS", isLogged ? "false" : "true"));
        Assert.Equal(!isLogged, Load(told, environment).Log.Requests);
    }

    private static Settings Load(
        TestLaunch launch,
        StrykeEnvironment environment = StrykeEnvironment.Development,
        params (string File, string Text)[] carried
    ) =>
        SettingsLoader.Load(
            new TestApplication(),
            launch.Context,
            environment,
            name => carried.Where(file => file.File == name).Select(file => Encoding.UTF8.GetBytes(file.Text)).FirstOrDefault()
        );
}
