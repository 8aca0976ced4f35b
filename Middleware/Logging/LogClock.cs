using System.Globalization;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// The time of day as RFC 3339 with milliseconds, in UTC: <c>2026-01-31T12:00:00.042Z</c>. All but the milliseconds is made once a second.
/// </summary>
internal sealed class LogClock
{
    private const int Length = 24;

    private readonly byte[] _text = new byte[Length];
    private long _second = -1;

    /// <returns>Bytes written.</returns>
    public int Write(Span<byte> utf8)
    {
        var now = DateTime.UtcNow;
        long second = now.Ticks / TimeSpan.TicksPerSecond;
        if (second != _second)
        {
            now.TryFormat(_text, out _, "yyyy-MM-ddTHH:mm:ss.000Z", CultureInfo.InvariantCulture);
            _second = second;
        }

        int milliseconds = (int)(now.Ticks / TimeSpan.TicksPerMillisecond % 1000);
        _text[20] = (byte)('0' + (milliseconds / 100));
        _text[21] = (byte)('0' + (milliseconds / 10 % 10));
        _text[22] = (byte)('0' + (milliseconds % 10));
        _text.CopyTo(utf8);
        return Length;
    }
}
