using Stryke.Web.Text.Settings;

namespace Stryke.Web.Http;

// [limits] of config/server.toml. Sizes are bytes or texts with a unit ("10MiB"), times are seconds.
public sealed partial record HttpOptions : ISettings<HttpOptions>
{
    /// <inheritdoc/>
    public static string Section => "limits";

    /// <inheritdoc/>
    public static HttpOptions Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        const double MinSeconds = 0.001,
            MaxSeconds = 86_400;
        var defaults = new HttpOptions();
        return new HttpOptions
        {
            MaxHeadBytes = section.Bytes("max_head", defaults.MaxHeadBytes, 1024, ushort.MaxValue),
            MaxTargetBytes = section.Bytes("max_target", defaults.MaxTargetBytes, 128, ushort.MaxValue),
            MaxHeaders = section.Integer("max_headers", defaults.MaxHeaders, 1, 10_000),
            MaxBodyBytes = section.Bytes("max_body", defaults.MaxBodyBytes, 0, LargestBufferedBodyBytes),
            MaxFields = section.Integer("max_fields", defaults.MaxFields, 1, 1_000_000),
            HeadTimeoutMs = section.Milliseconds("head_timeout", defaults.HeadTimeoutMs, MinSeconds, MaxSeconds),
            BodyTimeoutMs = section.Milliseconds("body_timeout", defaults.BodyTimeoutMs, MinSeconds, MaxSeconds),
            KeepAliveTimeoutMs = section.Milliseconds("keep_alive_timeout", defaults.KeepAliveTimeoutMs, MinSeconds, MaxSeconds),
            MinBodyBytesPerSecond = section.Bytes("min_body_rate", defaults.MinBodyBytesPerSecond, 1, int.MaxValue),
            WriteTimeoutMs = section.Milliseconds("write_timeout", defaults.WriteTimeoutMs, MinSeconds, MaxSeconds),
            MinResponseBytesPerSecond = section.Bytes("min_response_rate", defaults.MinResponseBytesPerSecond, 1, int.MaxValue),
            LingerTimeoutMs = section.Milliseconds("linger_timeout", defaults.LingerTimeoutMs, MinSeconds, MaxSeconds),
            DrainGraceMs = section.Milliseconds("drain_grace", defaults.DrainGraceMs, 0, MaxSeconds),
            MaxPendingOutputBytes = section.Bytes("max_pending_output", defaults.MaxPendingOutputBytes, 1, 1 << 30),
            MaxConnections = section.Integer("max_connections", defaults.MaxConnections, 1, int.MaxValue),
            MaxConnectionsPerAddress = section.Integer("max_connections_per_address", defaults.MaxConnectionsPerAddress, 0, int.MaxValue),
            MaxRequestsPerConnection = section.Integer("max_requests_per_connection", defaults.MaxRequestsPerConnection, 1, int.MaxValue),
            SpareDescriptors = section.Integer("spare_descriptors", defaults.SpareDescriptors, 0, 1_000_000),
            Backlog = section.Integer("backlog", defaults.Backlog, 1, 65_535),
        };
    }
}
