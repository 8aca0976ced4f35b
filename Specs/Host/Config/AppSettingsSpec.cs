using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;
using Stryke.Web.Middleware;
using Stryke.Web.Specs.Controllers;
using Stryke.Web.Text.Settings;
using Stryke.Web.Text.Values;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

[Collection(nameof(AppZoneSpec))]
public sealed class AppSettingsSpec
{
    [Fact]
    public void The_time_zone_is_UTC_or_what_the_app_says()
    {
        using var plain = new TestLaunch();
        Assert.Same(TimeZoneInfo.Utc, Load(plain).App.TimeZone);
        using var file = new TestLaunch().With("config/server.toml", "[app]\ntime_zone = 'Europe/Berlin'");
        Assert.Equal("Europe/Berlin", Load(file).App.TimeZone.Id);
        using var variable = new TestLaunch(("STRYKE_APP__TIME_ZONE", "UTC")).With(
            "config/server.toml",
            "[app]\ntime_zone = 'Europe/Berlin'"
        );
        Assert.Same(TimeZoneInfo.Utc, Load(variable).App.TimeZone);
    }

    [Theory]
    [InlineData("'Europe/Berlim'", "found the string \"Europe/Berlim\"")]
    [InlineData("'localtime'", "found the string \"localtime\"")]
    [InlineData("'../../../etc/passwd'", "found the string \"../../../etc/passwd\"")]
    [InlineData("''", "found the string \"\"")]
    [InlineData("2", "found the integer 2")]
    public void What_is_no_time_zone_is_told_with_its_line(string value, string found)
    {
        using var launch = new TestLaunch().With("config/server.toml", $"[app]\ntime_zone = {value}");
        var mistake = Assert.Throws<SettingsException>(() => Load(launch));
        const string Place = "config/server.toml:2:13: [app] time_zone: ";
        Assert.Equal($"{Place}expected the name of a time zone, such as \"UTC\" or \"Europe/Berlin\", {found}", mistake.Message);
    }

    [Fact]
    public void An_app_that_starts_has_its_time_zone()
    {
        using var launch = new TestLaunch(("STRYKE_APP__TIME_ZONE", "America/New_York"));
        try
        {
            BootedApp.Start(new TestApplication(), launch.Context);
            Assert.Equal("America/New_York", AppTimeZone.Current.Id);
        }
        finally
        {
            AppTimeZone.Current = TimeZoneInfo.Utc;
        }
    }

    private static Settings Load(TestLaunch launch) =>
        SettingsLoader.Load(new TestApplication(), launch.Context, StrykeEnvironment.Development, _ => null);
}
