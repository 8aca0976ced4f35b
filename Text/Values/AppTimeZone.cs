namespace Stryke.Web.Text.Values;

/// <summary>
/// The time zone of times that say no offset: what people write into forms, and what forms show them. It is UTC, or what the app says
/// (<c>[app] time_zone</c> of <c>config/server.toml</c>). What the server's clock is set to has no say.
/// </summary>
public static class AppTimeZone
{
    /// <summary>The zone of the process. The host sets it once, before the first request.</summary>
    public static TimeZoneInfo Current { get; set; } = TimeZoneInfo.Utc;
}
