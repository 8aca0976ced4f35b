using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Tells of refusals for a limit: in the log, with the setting, and in development in the answer as well. A limit that is reached all the
/// time fills no log: it is told once a minute. From any core.
/// </summary>
internal sealed class LimitNotice(Settings settings, LogWriter log, bool tellsClient, TimeProvider? clock = null)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly long[] _toldAt = [.. Enum.GetValues<RequestLimit>().Select(_ => long.MinValue)];
    private readonly long[] _untold = new long[Enum.GetValues<RequestLimit>().Length];

    /// <returns>What the answer is to say besides; null for nothing.</returns>
    public string? Tell(LimitReached reached, HttpRequest? request)
    {
        string text = $"The limit is {LimitText.Of(reached, settings)}.";
        if (IsNews(reached.Limit, out long untold))
        {
            string who =
                request?.Summary
                ?? (reached.Limit is RequestLimit.Connections or RequestLimit.ConnectionsPerAddress ? "A connection" : "A request");
            string what =
                reached.Limit == RequestLimit.ResponseTime
                    ? "An answer was broken off: its client did not take it."
                    : $"{who} was refused.";
            log.Write($"{what} {text}{(untold > 0 ? $" {untold} more since the last time." : "")}");
        }
        return tellsClient ? text : null;
    }

    private bool IsNews(RequestLimit limit, out long untold)
    {
        long now = _clock.GetTimestamp(),
            told = Volatile.Read(ref _toldAt[(int)limit]);
        bool isNews =
            (told == long.MinValue || _clock.GetElapsedTime(told, now) >= Quiet)
            && Interlocked.CompareExchange(ref _toldAt[(int)limit], now, told) == told;
        untold = isNews ? Interlocked.Exchange(ref _untold[(int)limit], 0) : Interlocked.Increment(ref _untold[(int)limit]);
        return isNews;
    }
}
