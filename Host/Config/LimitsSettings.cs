using Stryke.Web.Http;
using Stryke.Web.Middleware;

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

    /// <summary><c>max_fields</c>: number of fields of a form or a query; 400 beyond.</summary>
    public int MaxFields { get; init; } = FormFields.MaxFields;

    /// <summary><c>head_timeout</c>: for the whole head to arrive; 408 beyond.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.HeadTimeoutMs);

    /// <summary><c>body_timeout</c>: for the body to arrive, lengthened by what does arrive; 408 beyond.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.BodyTimeoutMs);

    /// <summary><c>keep_alive_timeout</c>: how long a connection may stay open between requests.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.KeepAliveTimeoutMs);

    /// <summary><c>min_body_rate</c>: bytes a second that lengthen <c>body_timeout</c>.</summary>
    public int MinBodyRate { get; init; } = Defaults.MinBodyBytesPerSecond;

    /// <summary><c>write_timeout</c>: for the client to take what was sent to it.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.WriteTimeoutMs);

    /// <summary><c>min_response_rate</c>: bytes a second that a client takes at the least; its connection is aborted below.</summary>
    public int MinResponseRate { get; init; } = Defaults.MinResponseBytesPerSecond;

    /// <summary><c>linger_timeout</c>: for a client to read the last answer while it still sends.</summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromMilliseconds(Defaults.LingerTimeoutMs);

    /// <summary><c>drain_grace</c>: how long idle connections are kept for one more request when the app stops.</summary>
    public TimeSpan DrainGrace { get; init; } = TimeSpan.FromMilliseconds(Defaults.DrainGraceMs);

    /// <summary><c>max_pending_output</c>: bytes of answers that may wait for a client before nothing more is read from it.</summary>
    public int MaxPendingOutputBytes { get; init; } = Defaults.MaxPendingOutputBytes;

    /// <summary><c>max_connections</c>: open at a time; 503 beyond.</summary>
    public int MaxConnections { get; init; } = Defaults.MaxConnections;

    /// <summary><c>max_connections_per_address</c>: of them from one address; 503 beyond; 0 for no limit of its own.</summary>
    public int MaxConnectionsPerAddress { get; init; } = Defaults.MaxConnectionsPerAddress;

    /// <summary><c>max_requests_per_connection</c>: the last one is answered with <c>Connection: close</c>.</summary>
    public int MaxRequestsPerConnection { get; init; } = Defaults.MaxRequestsPerConnection;

    /// <summary><c>spare_descriptors</c>: of the process, left to the app; beyond, idle connections are closed for new ones, or new ones get 503.</summary>
    public int SpareDescriptors { get; init; } = Defaults.SpareDescriptors;

    /// <summary><c>backlog</c>: connections that the kernel holds for each core before they are accepted.</summary>
    public int Backlog { get; init; } = Defaults.Backlog;

    internal static LimitsSettings Bind(SettingsSection section)
    {
        const double MinSeconds = 0.001,
            MaxSeconds = 86_400;
        var defaults = new LimitsSettings();
        var settings = new LimitsSettings
        {
            MaxHeadBytes = section.Bytes("max_head", defaults.MaxHeadBytes, 1024, ushort.MaxValue),
            MaxTargetBytes = section.Bytes("max_target", defaults.MaxTargetBytes, 128, ushort.MaxValue),
            MaxHeaders = section.Integer("max_headers", defaults.MaxHeaders, 1, 10_000),
            MaxBodyBytes = section.Bytes("max_body", defaults.MaxBodyBytes, 0, HttpOptions.LargestBufferedBodyBytes),
            MaxFields = section.Integer("max_fields", defaults.MaxFields, 1, 1_000_000),
            HeadTimeout = section.Seconds("head_timeout", defaults.HeadTimeout, MinSeconds, MaxSeconds),
            BodyTimeout = section.Seconds("body_timeout", defaults.BodyTimeout, MinSeconds, MaxSeconds),
            KeepAliveTimeout = section.Seconds("keep_alive_timeout", defaults.KeepAliveTimeout, MinSeconds, MaxSeconds),
            MinBodyRate = section.Bytes("min_body_rate", defaults.MinBodyRate, 1, int.MaxValue),
            WriteTimeout = section.Seconds("write_timeout", defaults.WriteTimeout, MinSeconds, MaxSeconds),
            MinResponseRate = section.Bytes("min_response_rate", defaults.MinResponseRate, 1, int.MaxValue),
            LingerTimeout = section.Seconds("linger_timeout", defaults.LingerTimeout, MinSeconds, MaxSeconds),
            DrainGrace = section.Seconds("drain_grace", defaults.DrainGrace, 0, MaxSeconds),
            MaxPendingOutputBytes = section.Bytes("max_pending_output", defaults.MaxPendingOutputBytes, 1, 1 << 30),
            MaxConnections = section.Integer("max_connections", defaults.MaxConnections, 1, int.MaxValue),
            MaxConnectionsPerAddress = section.Integer("max_connections_per_address", defaults.MaxConnectionsPerAddress, 0, int.MaxValue),
            MaxRequestsPerConnection = section.Integer("max_requests_per_connection", defaults.MaxRequestsPerConnection, 1, int.MaxValue),
            SpareDescriptors = section.Integer("spare_descriptors", defaults.SpareDescriptors, 0, 1_000_000),
            Backlog = section.Integer("backlog", defaults.Backlog, 1, 65_535),
        };
        section.Finish();
        return settings;
    }
}
