using Stryke.Web.Text.Settings;

namespace Stryke.Web.Specs.Host.Config;

/// <summary>A section as an app or a package declares it.</summary>
internal sealed record MailSettings : ISettings<MailSettings>
{
    public static string Section => "mail";

    public required string Server { get; init; }

    public int Port { get; init; }

    public TimeSpan Timeout { get; init; }

    public IReadOnlyList<string> Copies { get; init; } = [];

    public static MailSettings Bind(SettingsSection section) =>
        new()
        {
            Server = section.Text("server", section.Environment == "production" ? "mail.example" : "localhost"),
            Port = section.Integer("port", 25, 1, 65_535),
            Timeout = section.Seconds("timeout", TimeSpan.FromSeconds(5), 0, 60),
            Copies = section.List(
                "copies",
                "an address with an @",
                static value => value.Value is string text && text.Contains('@') ? text : null
            ),
        };
}
