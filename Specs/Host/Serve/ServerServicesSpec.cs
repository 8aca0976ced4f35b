using System.Net;
using System.Net.Sockets;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Launch;
using Stryke.Web.Host.Serve;
using Stryke.Web.Security;
using Stryke.Web.Specs.Actors.Services;
using Stryke.Web.Specs.Host.Config;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>A server starts its services before it listens, and stops them whenever it does not come to that.</summary>
public sealed class ServerServicesSpec
{
    private readonly List<string> _diary = [];

    [Fact]
    public async Task They_have_the_settings_and_nobody_is_answered_before_they_have_started()
    {
        using var place = new TestLaunch(("STRYKE_SERVER__LISTEN", "unix:shop.sock"), ("STRYKE_MAIL__SERVER", "smtp.example"));
        string path = place.Context.PathOf("shop.sock");
        bool? isListening = null;
        string? server = null;
        var app = new TestApplication
        {
            Sections = static settings => settings.Add<MailSettings>(),
            Services = (services, settings) =>
            {
                server = settings.Get<MailSettings>().Server;
                services.Add(
                    new SpecService("mail", _diary)
                    {
                        OnStart = (_, _) =>
                        {
                            isListening = File.Exists(path);
                            return Task.CompletedTask;
                        },
                    }
                );
            },
        };
        var started = Server.Start(BootedApp.Start(app, place.Context), KeyRing.Ephemeral());
        Assert.Equal("smtp.example", server);
        Assert.False(isListening);
        Assert.True(File.Exists(path));
        var stop = await Task.Run(started.Stop);
        Assert.Empty(stop.Services);
        Assert.Equal(["mail starts", "mail stops"], _diary);
    }

    [Fact]
    public void They_stop_when_the_port_is_taken()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        using var place = new TestLaunch(("PORT", $"{((IPEndPoint)other.LocalEndPoint!).Port}"));
        var app = new TestApplication { Services = (services, _) => services.Add(new SpecService("a", _diary)) };
        Assert.Contains(" is taken: ", Assert.Throws<StartException>(() => Start(app, place)).Message, StringComparison.Ordinal);
        Assert.Equal(["a starts", "a stops"], _diary);
    }

    [Fact]
    public void They_stop_when_the_app_is_asked_to_stop_before_it_has_started()
    {
        using var asked = new CancellationTokenSource();
        using var place = new TestLaunch(("PORT", "0"));
        var app = new TestApplication
        {
            Services = (services, _) =>
            {
                services.Add(new SpecService("a", _diary));
                services.Add(
                    new SpecService("b", _diary)
                    {
                        OnStart = (_, cancel) =>
                        {
                            asked.Cancel();
                            return Task.Delay(Timeout.Infinite, cancel);
                        },
                    }
                );
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Start(app, place, asked.Token));
        Assert.Equal(["a starts", "a stops"], _diary);
    }

    [Fact]
    public void A_name_of_the_frameworks_own_is_taken()
    {
        using var place = new TestLaunch(("PORT", "0"));
        var app = new TestApplication { Services = (services, _) => services.Add(new SpecService("uploads")) };
        var refusal = Assert.Throws<ArgumentException>(() => Start(app, place));
        Assert.StartsWith("There is already a service 'uploads'.", refusal.Message, StringComparison.Ordinal);
    }

    private static Server Start(TestApplication app, TestLaunch place, CancellationToken cancel = default)
    {
        var booted = BootedApp.Start(app, place.Context);
        return Server.Start(booted, KeyRing.Ephemeral(), ListenPlan.Decide(booted, [], []), database: null, cancel);
    }
}
