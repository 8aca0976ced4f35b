namespace Stryke.Web.Text.Values;

/// <summary>Times of any kind as times in UTC.</summary>
public static class UtcTime
{
    /// <summary>The same instant in UTC: a local time is converted, one of unspecified kind is taken for UTC.</summary>
    public static DateTime Of(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
