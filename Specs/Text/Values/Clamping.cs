namespace Stryke.Web.Specs.Text.Values;

/// <summary>Times that have a day before and after them, whatever the offset.</summary>
internal static class Clamping
{
    public static DateTime Clamped(this DateTime time) =>
        new(Math.Clamp(time.Ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), DateTimeKind.Utc);
}
