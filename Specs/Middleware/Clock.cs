namespace Stryke.Web.Specs.Middleware;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class Clock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2026, 4, 26, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.Ticks;
}
