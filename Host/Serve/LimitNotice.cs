using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Tells of refusals for a limit: in the log, with the setting, and in development in the answer as well. A limit that is reached all the
/// time fills no log: it is reported once a minute. From any core.
/// </summary>
internal sealed class LimitNotice(Settings settings, LogWriter log, bool tellsClient, TimeProvider? clock = null)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly long[] _reportedAt = [.. Enum.GetValues<RequestLimit>().Select(_ => long.MinValue)];
    private readonly long[] _suppressed = new long[Enum.GetValues<RequestLimit>().Length];

    /// <returns>What the answer is to say besides; null for nothing.</returns>
    public string? Report(LimitReached reached, HttpRequest? request)
    {
        string text = $"The limit is {LimitText.Of(reached, settings)}.";
        if (IsDue(reached.Limit, out long suppressed))
        {
            string who =
                request?.Summary
                ?? (reached.Limit is RequestLimit.Connections or RequestLimit.ConnectionsPerAddress ? "A connection" : "A request");
            string what =
                reached.Limit == RequestLimit.ResponseTime
                    ? "A response was aborted: the client read it too slowly."
                    : $"{who} was refused.";
            log.Write($"{what} {text}{(suppressed > 0 ? $" {suppressed} more since the last time." : "")}");
        }
        return tellsClient ? text : null;
    }

    private bool IsDue(RequestLimit limit, out long suppressed)
    {
        long now = _clock.GetTimestamp(),
            reported = Volatile.Read(ref _reportedAt[(int)limit]);
        bool isDue =
            (reported == long.MinValue || _clock.GetElapsedTime(reported, now) >= Interval)
            && Interlocked.CompareExchange(ref _reportedAt[(int)limit], now, reported) == reported;
        suppressed = isDue ? Interlocked.Exchange(ref _suppressed[(int)limit], 0) : Interlocked.Increment(ref _suppressed[(int)limit]);
        return isDue;
    }
}
