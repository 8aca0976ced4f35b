namespace Stuck;

/// <summary><c>[stuck]</c>: the services that the app has, and which of them does what it should not.</summary>
public sealed record StuckSettings : ISettings<StuckSettings>
{
    private const string Nobody = "nobody";

    public static string Section => "stuck";

    public IReadOnlyList<string> Services { get; init; } = [];

    public required string FailsToStart { get; init; }

    public required string Fails { get; init; }

    public required string Hangs { get; init; }

    public required string IsOptional { get; init; }

    public static StuckSettings Bind(SettingsSection section) =>
        new()
        {
            Services = section.List("services", "a name", static value => value.Value as string),
            FailsToStart = section.Text("fails_to_start", Nobody),
            Fails = section.Text("fails", Nobody),
            Hangs = section.Text("hangs", Nobody),
            IsOptional = section.Text("optional", Nobody),
        };
}
