using Stryke.Web.Http;

namespace Stryke.Web.Host.Config;

/// <summary>
/// <c>[limits]</c> of <c>config/server.toml</c>: what one request may take. Sizes are bytes or texts with a unit (<c>"10MiB"</c>), times are
/// seconds. The defaults are those of <see cref="HttpOptions"/>, which says what is answered beyond each limit.
/// </summary>
public sealed record LimitsSettings
{
    private static readonly HttpOptions Defaults = new();

    /// <summary><c>max_head</c>: bytes of request line and headers; 431 beyond.</summary>
    public int MaxHeadBytes { get; init; } = Defaults.MaxHeadBytes;

    /// <summary><c>max_target</c>: bytes of the path with its query; 414 beyond.</summary>
    public int MaxTargetBytes { get; init; } = Defaults.MaxTargetBytes;

    /// <summary><c>max_headers</c>: number of header fields; 431 beyond.</summary>
    public int MaxHeaders { get; init; } = Defaults.MaxHeaders;

    /// <summary><c>max_body</c>: bytes of a request's body; 413 beyond.</summary>
    public int MaxBodyBytes { get; init; } = Defaults.MaxBodyBytes;

    /// <summary><c>head_timeout</c>: for the whole head to arrive; 408 beyond.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.HeadTimeoutMs);

    /// <summary><c>body_timeout</c>: for the body to arrive, lengthened by what does arrive; 408 beyond.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.BodyTimeoutMs);

    /// <summary><c>keep_alive_timeout</c>: how long a connection may stay open between requests.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.KeepAliveTimeoutMs);

    /// <summary><c>write_timeout</c>: for the client to take what was sent to it.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.WriteTimeoutMs);

    internal static LimitsSettings Bind(SettingsSection section)
    {
        const double MinSeconds = 0.001, MaxSeconds = 86_400;
        var defaults = new LimitsSettings();
        var settings = new LimitsSettings
        {
            MaxHeadBytes = section.Bytes("max_head", defaults.MaxHeadBytes, 1024, ushort.MaxValue),
            MaxTargetBytes = section.Bytes("max_target", defaults.MaxTargetBytes, 128, ushort.MaxValue),
            MaxHeaders = section.Integer("max_headers", defaults.MaxHeaders, 1, 10_000),
            MaxBodyBytes = section.Bytes("max_body", defaults.MaxBodyBytes, 0, 1 << 30),
            HeadTimeout = section.Seconds("head_timeout", defaults.HeadTimeout, MinSeconds, MaxSeconds),
            BodyTimeout = section.Seconds("body_timeout", defaults.BodyTimeout, MinSeconds, MaxSeconds),
            KeepAliveTimeout = section.Seconds("keep_alive_timeout", defaults.KeepAliveTimeout, MinSeconds, MaxSeconds),
            WriteTimeout = section.Seconds("write_timeout", defaults.WriteTimeout, MinSeconds, MaxSeconds),
        };
        section.Finish();
        return settings;
    }
}
