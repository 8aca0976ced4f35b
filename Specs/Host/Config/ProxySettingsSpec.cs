using System.Net;
using Stryke.Web.Host.Config;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

public sealed class ProxySettingsSpec
{
    [Fact]
    public void Nobody_is_trusted_unless_told()
    {
        Assert.False(Load("").Proxies.TrustsAnybody);
        Assert.False(Load("[proxies]\nheader = 'forwarded'").Proxies.TrustsAnybody);
        Assert.True(Load("[proxies]\ntrusted = ['unix']").Proxies.TrustsAnybody);
    }

    [Fact]
    public void Addresses_networks_and_unix_sockets_are_named()
    {
        var options = Load("[proxies]\ntrusted = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1', 'unix']\nheader = 'forwarded'").Proxies;

        Assert.Equal(
            [IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8"), IPNetwork.Parse("::1/128")],
            options.Trusted
        );
        Assert.True(options.TrustsUnixSockets);
        Assert.Equal(ForwardingHeader.Forwarded, options.Header);
    }

    [Fact]
    public void Of_the_x_forwarded_fields_address_and_scheme_are_read_unless_told_otherwise()
    {
        Assert.Equal(XForwardedFields.For | XForwardedFields.Proto, Load("[proxies]\ntrusted = ['unix']").Proxies.XForwarded);
        Assert.Equal(
            XForwardedFields.For | XForwardedFields.Host | XForwardedFields.Port,
            Load("[proxies]\ntrusted = ['unix']\nx_forwarded = ['for', 'host', 'port']").Proxies.XForwarded
        );
    }

    [Fact]
    public void A_variable_holds_a_list_with_commas()
    {
        using var launch = new TestLaunch(("STRYKE_PROXIES__TRUSTED", "127.0.0.1, unix"), ("STRYKE_PROXIES__X_FORWARDED", "for"));
        var settings = SettingsLoader.Load(new TestApplication(), launch.Context, StrykeEnvironment.Production, static _ => null);

        Assert.Equal([IPNetwork.Parse("127.0.0.1/32")], settings.Proxies.Trusted);
        Assert.True(settings.Proxies.TrustsUnixSockets);
        Assert.Equal(XForwardedFields.For, settings.Proxies.XForwarded);
    }

    [Theory]
    [InlineData(StrykeEnvironment.Development, true, LogFormat.Text)]
    [InlineData(StrykeEnvironment.Test, false, LogFormat.Text)]
    [InlineData(StrykeEnvironment.Production, false, LogFormat.Json)]
    public void The_log_is_for_people_in_development_and_for_machines_in_production(
        StrykeEnvironment environment,
        bool requests,
        LogFormat format
    )
    {
        using var launch = new TestLaunch();
        var log = SettingsLoader.Load(new TestApplication(), launch.Context, environment, static _ => null).Log;

        Assert.Equal(
            new LogSettings
            {
                Requests = requests,
                Queries = requests,
                Format = format,
                File = "stderr",
            },
            log
        );
    }

    private static Settings Load(string toml)
    {
        using var launch = new TestLaunch().With("config/server.toml", toml);
        return SettingsLoader.Load(new TestApplication(), launch.Context, StrykeEnvironment.Production, static _ => null);
    }
}
