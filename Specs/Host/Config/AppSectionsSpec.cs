using Stryke.Web.Host;
using Stryke.Web.Host.Config;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;
using Xunit;

namespace Stryke.Web.Specs.Host.Config;

/// <summary>An app adds sections of its own, which are read and checked like the framework's.</summary>
public sealed class AppSectionsSpec
{
    private static TestApplication WithMail => new() { Sections = static settings => settings.Add<MailSettings>() };

    [Fact]
    public void A_section_of_the_app_has_defaults_files_and_variables()
    {
        using var plain = new TestLaunch();
        Assert.Equal(("localhost", 25), Mail(plain) is var mail ? (mail.Server, mail.Port) : default);
        Assert.Equal("mail.example", Mail(plain, StrykeEnvironment.Production).Server);

        using var said = new TestLaunch(("STRYKE_MAIL__PORT", "587"), ("STRYKE_MAIL__COPIES", "a@x, b@x")).With(
            "config/server.toml",
            "[server]\nport = 1\n[mail]\nserver = 'smtp.example'\nport = 465\ntimeout = 0.5\ncopies = ['c@x']"
        );
        mail = Mail(said);
        Assert.Equal(("smtp.example", 587, TimeSpan.FromSeconds(0.5)), (mail.Server, mail.Port, mail.Timeout));
        Assert.Equal(["a@x", "b@x"], mail.Copies);
    }

    [Theory]
    [InlineData("[mail]\nserfer = 'x'", "2:1: [mail] has no setting 'serfer'; did you mean 'server'?")]
    [InlineData("[mail]\nuser = 'x'", "2:1: [mail] has no setting 'user'; there are: server, port, timeout, copies")]
    [InlineData("[mail]\nport = 0", "2:8: [mail] port: expected an integer from 1 to 65535, found the integer 0")]
    [InlineData("[mail]\ncopies = ['a@x', 7]", "2:18: [mail] copies: expected an address with an @, found the integer 7")]
    [InlineData("[mial]\nport = 1", "1:2: there is no section [mial]; did you mean 'mail'?")]
    public void A_mistake_in_it_is_told_with_its_line(string text, string message)
    {
        using var launch = new TestLaunch().With("config/server.toml", text);
        Assert.Equal(78, App.Run(WithMail, ["db", "status"], launch.Context));
        Assert.Equal($"config/server.toml:{message}\n", launch.Error);
    }

    [Fact]
    public void A_mistake_in_a_variable_is_told_with_its_name()
    {
        using var launch = new TestLaunch(("STRYKE_MAIL__PORT", "smtp"));
        Assert.Equal(
            "STRYKE_MAIL__PORT: [mail] port: expected an integer from 1 to 65535, found \"smtp\"",
            Assert.Throws<SettingsException>(() => Mail(launch)).Message
        );
    }

    [Fact]
    public void Without_being_added_it_is_no_section()
    {
        using var launch = new TestLaunch().With("config/server.toml", "[mail]\nport = 1");
        var mistake = Assert.Throws<SettingsException>(() => Load(new TestApplication(), launch));
        Assert.StartsWith("config/server.toml:1:2: there is no section [mail]", mistake.Message, StringComparison.Ordinal);
    }

    private static MailSettings Mail(TestLaunch launch, StrykeEnvironment environment = StrykeEnvironment.Development) =>
        Load(WithMail, launch, environment).Sections.Get<MailSettings>();

    private static Settings Load(TestApplication app, TestLaunch launch, StrykeEnvironment environment = StrykeEnvironment.Development) =>
        SettingsLoader.Load(app, launch.Context, environment, static _ => null);
}
