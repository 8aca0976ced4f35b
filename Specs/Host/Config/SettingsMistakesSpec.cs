using System.Runtime.InteropServices;
using System.Text;
using Stryke.Web.Host.Config;
using Stryke.Web.Middleware;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

/// <summary>Every way a setting can be wrong is told with its place and what was expected, and ends in exit code 78.</summary>
public sealed partial class SettingsMistakesSpec
{
    [Theory]
    [InlineData("[server]\nprot = 1", "2:1: [server] has no setting 'prot'; did you mean 'port'?")]
    [InlineData("[server]\nshutdown-timeout = 1", "2:1: [server] has no setting 'shutdown-timeout'; did you mean 'shutdown_timeout'?")]
    [InlineData(
        "[server]\nmax_body = 1",
        "2:1: [server] has no setting 'max_body'; there are: host, port, listen, socket_mode, handover, shutdown_timeout, server_name"
    )]
    [InlineData("\n[sever]\nport = 1", "2:2: there is no section [sever]; did you mean 'server'?")]
    [InlineData(
        "[cache]\nsize = 1",
        "1:2: there is no section [cache]; there are: server, runtime, limits, uploads, views, proxies, log, app"
    )]
    [InlineData(
        "port = 3000",
        "1:1: 'port' stands outside of a section; there are: server, runtime, limits, uploads, views, proxies, log, app"
    )]
    [InlineData("server = 3000", "1:1: expected the section [server], found the integer 3000")]
    [InlineData("[server]\nport = \"3000\"", "2:8: [server] port: expected an integer from 0 to 65535, found the string \"3000\"")]
    [InlineData("[server]\nport = 65536", "2:8: [server] port: expected an integer from 0 to 65535, found the integer 65536")]
    [InlineData("[server]\nport = [1]", "2:8: [server] port: expected an integer from 0 to 65535, found a value of the type array")]
    [InlineData(
        "[server]\nhost = 'example.com'",
        "2:8: [server] host: expected an IP address or \"localhost\", found the string \"example.com\""
    )]
    [InlineData("[server]\nhost = true", "2:8: [server] host: expected an IP address or \"localhost\", found true")]
    [InlineData(
        "[server]\nlisten = 'localhost:1'",
        "2:10: [server] listen: expected a list, each an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or "
            + "\"unix:tmp/app.sock\", found the string \"localhost:1\""
    )]
    [InlineData(
        "[server]\nlisten = ['localhost:1',\n 7]",
        "3:2: [server] listen: expected an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\", found the integer 7"
    )]
    [InlineData(
        "[server]\nlisten = ['127.0.0.1']",
        "2:11: [server] listen: expected an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\", found the "
            + "string \"127.0.0.1\""
    )]
    [InlineData(
        "[server]\nlisten = ['::1:3000']",
        "2:11: [server] listen: expected an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\", found the "
            + "string \"::1:3000\""
    )]
    [InlineData(
        "[server]\nlisten = ['[127.0.0.1]:1']",
        "2:11: [server] listen: expected an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\", found the "
            + "string \"[127.0.0.1]:1\""
    )]
    [InlineData(
        "[server]\nlisten = ['unix:']",
        "2:11: [server] listen: expected an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\", found the "
            + "string \"unix:\""
    )]
    [InlineData(
        "[server]\nlisten = ['[::1]:1']\nport = 2",
        "2:1: [server] listen: expected either this or 'port', which is set at config/server.toml:3:1"
    )]
    [InlineData(
        "[server]\nhost = '::1'\nlisten = ['[::1]:1']",
        "3:1: [server] listen: expected either this or 'host', which is set at config/server.toml:2:1"
    )]
    [InlineData(
        "[server]\nsocket_mode = 660",
        "2:15: [server] socket_mode: expected a file mode in octal, such as \"0660\", found the integer 660"
    )]
    [InlineData(
        "[server]\nsocket_mode = '0690'",
        "2:15: [server] socket_mode: expected a file mode in octal, such as \"0660\", found the string \"0690\""
    )]
    [InlineData("[server]\nhandover = ''", "2:12: [server] handover: expected the path of a file, found the string \"\"")]
    [InlineData(
        "[server]\nserver_name = \"a\\r\\nb: c\"",
        "2:15: [server] server_name: expected a text of visible ASCII characters and spaces, found the string \"a\r\nb: c\""
    )]
    [InlineData(
        "[server]\nshutdown_timeout = -0.5",
        "2:20: [server] shutdown_timeout: expected a number of seconds from 0 to 3600, found the float -0.5"
    )]
    [InlineData(
        "[server]\nshutdown_timeout = nan",
        "2:20: [server] shutdown_timeout: expected a number of seconds from 0 to 3600, found the float NaN"
    )]
    [InlineData(
        "[runtime]\nbackend = 'kqueue'",
        "2:11: [runtime] backend: expected \"auto\" or \"io_uring\" or \"epoll\" or \"portable\", found the string \"kqueue\""
    )]
    [InlineData(
        "[limits]\nmax_body = '10MB'",
        "2:12: [limits] max_body: expected a size such as 65536 or \"64KiB\", from 0 to 268435456 bytes, found the string \"10MB\""
    )]
    [InlineData(
        "[uploads]\nmax_file = -1",
        "2:12: [uploads] max_file: expected a size such as 65536 or \"64KiB\", from 0 to 1125899906842624 bytes, found the integer -1"
    )]
    [InlineData("[uploads]\nfolder = ''", "2:10: [uploads] folder: expected a text, found the string \"\"")]
    [InlineData(
        "[limits]\nmax_head = 1",
        "2:12: [limits] max_head: expected a size such as 65536 or \"64KiB\", from 1024 to 65535 bytes, found the integer 1"
    )]
    [InlineData("[log]\nrequests = 'yes'", "2:12: [log] requests: expected true or false, found the string \"yes\"")]
    [InlineData("[log]\nformat = 'xml'", "2:10: [log] format: expected \"text\" or \"json\", found the string \"xml\"")]
    [InlineData("[log]\nfile = ''", "2:8: [log] file: expected a text, found the string \"\"")]
    [InlineData(
        "[proxies]\ntrusted = ['10.0.0.1/8']",
        "2:11: [proxies] trusted: expected a list of IP addresses, networks such as \"10.0.0.0/8\" (no bits beyond the prefix) and "
            + "\"unix\", found a value of the type array"
    )]
    [InlineData(
        "[proxies]\ntrusted = ['proxy.example']",
        "2:11: [proxies] trusted: expected a list of IP addresses, networks such as \"10.0.0.0/8\" (no bits beyond the prefix) and "
            + "\"unix\", found a value of the type array"
    )]
    [InlineData(
        "[proxies]\ntrusted = '127.0.0.1'",
        "2:11: [proxies] trusted: expected a list of IP addresses, networks such as \"10.0.0.0/8\" (no bits beyond the prefix) and "
            + "\"unix\", found the string \"127.0.0.1\""
    )]
    [InlineData(
        "[proxies]\nheader = 'x-real-ip'",
        "2:10: [proxies] header: expected \"x-forwarded\" or \"forwarded\", found the string \"x-real-ip\""
    )]
    [InlineData(
        "[proxies]\nx_forwarded = ['for', 'by']",
        "2:15: [proxies] x_forwarded: expected a list of \"for\", \"proto\", \"host\" and \"port\", found a value of the type array"
    )]
    [InlineData("[server]\nport = 3000 4000", "2:13: Unexpected token found `4000` (token: `integer`) while expecting token `newline`")]
    public void A_mistake_in_server_toml_is_told_with_its_line(string text, string message) =>
        Refused($"config/server.toml:{message}", "config/server.toml", text);

    [Theory]
    [InlineData("[prodution]\npath = 'a'", "1:2: there is no section [prodution]; did you mean 'production'?")]
    [InlineData("[production]\nadapter = 'sqlite'", "2:1: [production] has no setting 'adapter'; there are: path, busy_timeout")]
    [InlineData("[test]\npath = ''", "2:8: [test] path: expected a text, found the string \"\"")]
    public void A_mistake_in_any_table_of_database_toml_is_told_with_its_line(string text, string message) =>
        Refused($"config/database.toml:{message}", "config/database.toml", text);

    [Theory]
    [InlineData("PORT", "http", "PORT: [server] port: expected an integer from 0 to 65535, found \"http\"")]
    [InlineData("STRYKE_SERVER__PROT", "1", "STRYKE_SERVER__PROT: [server] has no setting 'prot'; did you mean 'port'?")]
    [InlineData("STRYKE_SEVER__PORT", "1", "STRYKE_SEVER__PORT: there is no section [sever]; did you mean 'server'?")]
    [InlineData("STRYKE_LOG__REQUESTS", "yes", "STRYKE_LOG__REQUESTS: [log] requests: expected true or false, found \"yes\"")]
    public void A_mistake_in_a_variable_is_told_with_its_name(string variable, string text, string message)
    {
        using var launch = new TestLaunch((variable, text));
        Assert.Equal(message, Refusal(launch).Message);
    }

    [Fact]
    public void A_mistake_in_a_file_that_the_app_carries_is_told_apart_from_one_in_the_working_directory()
    {
        using var launch = new TestLaunch();
        Assert.Equal(
            "built-in config/server.toml:2:8: [server] port: expected an integer from 0 to 65535, found the integer -1",
            Refusal(launch, "[server]\nport = -1").Message
        );
    }

    [Fact]
    public async Task What_is_no_file_is_told_and_not_waited_for()
    {
        using var launch = new TestLaunch();
        string path = launch.Context.PathOf("config/server.toml");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Assert.Equal(0, mkfifo(path, 0b110_000_000));
        var refusal = await Task.Run(() => Refusal(launch)).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal($"config/server.toml cannot be read: {path} is a FIFO, not a file.", refusal.Message);
    }

    private static void Refused(string message, string file, string text)
    {
        using var launch = new TestLaunch().With(file, text);
        var refusal = Refusal(launch);
        Assert.Equal(message, refusal.Message);
        Assert.Equal(78, refusal.ExitCode);
    }

    private static SettingsException Refusal(TestLaunch launch, string? carried = null) =>
        Assert.Throws<SettingsException>(() =>
            SettingsLoader.Load(
                launch.Context,
                StrykeEnvironment.Development,
                name => carried is not null && name == "config/server.toml" ? Encoding.UTF8.GetBytes(carried) : null
            )
        );

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
