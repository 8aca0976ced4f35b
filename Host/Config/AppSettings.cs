using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary><c>[app]</c> of <c>config/server.toml</c>: what holds for all of the app's code.</summary>
public sealed record AppSettings : ISettings<AppSettings>
{
    /// <inheritdoc/>
    public static string Section => "app";

    /// <summary>
    /// <c>time_zone</c>: the zone of times that are sent without an offset, and of times in fields of forms; a name of the IANA time zone
    /// database. Default UTC. The zone of the server's clock is not looked at.
    /// </summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public static AppSettings Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new AppSettings
        {
            TimeZone = section.Read("time_zone", TimeZoneInfo.Utc, "the name of a time zone, such as \"UTC\" or \"Europe/Berlin\"", Zone),
        };
    }

    private static TimeZoneInfo? Zone(SettingValue value)
    {
        // The database may hold a file for the server's own zone, which is what the setting is there to rule out.
        if (value.Value is not string name || name.ToUpperInvariant() is "LOCAL" or "LOCALTIME")
            return null;
        if (name is "UTC")
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        // An empty root has no zones at all, which must not look like a misspelt name.
        if (TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out _))
            return null;
        throw new SettingsException(
            $"{value.Origin}: [app] time_zone: \"{name}\" cannot be looked up, as this machine has no time zones: "
                + "install its package tzdata, or copy /usr/share/zoneinfo"
        );
    }
}
