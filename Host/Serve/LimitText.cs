using System.Globalization;
using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Serve;

/// <summary>What each limit is called in <c>config/server.toml</c>, and what it is now.</summary>
internal static class LimitText
{
    /// <summary>Such as <c>[limits] max_head in config/server.toml, now 32KiB</c>.</summary>
    public static string Of(LimitReached reached, Settings settings)
    {
        (var limits, var uploads) = (settings.Limits, settings.Uploads);
        return reached.Limit switch
        {
            RequestLimit.HeadBytes => Set("[limits] max_head", ByteSize.Text(limits.MaxHeadBytes)),
            RequestLimit.TargetBytes => Set("[limits] max_target", ByteSize.Text(limits.MaxTargetBytes)),
            RequestLimit.HeaderCount => Set("[limits] max_headers", Number(limits.MaxHeaders)),
            RequestLimit.BodyBytes when reached.Value is { } bytes && bytes != limits.MaxBodyBytes =>
                $"[MaxBody] of the action, which is {ByteSize.Text(bytes)}",
            RequestLimit.BodyBytes =>
                $"{Set("[limits] max_body", ByteSize.Text(limits.MaxBodyBytes))}; [MaxBody] of an action sets another",
            RequestLimit.HeadTime => Set("[limits] head_timeout", Seconds(limits.HeadTimeoutMs)),
            RequestLimit.BodyTime => Set(
                "[limits] body_timeout and min_body_rate",
                $"{Seconds(limits.BodyTimeoutMs)} and {Rate(limits.MinBodyBytesPerSecond)}"
            ),
            RequestLimit.ResponseTime => Set(
                "[limits] write_timeout and min_response_rate",
                $"{Seconds(limits.WriteTimeoutMs)} and {Rate(limits.MinResponseBytesPerSecond)}"
            ),
            RequestLimit.Connections => Set("[limits] max_connections", Number(limits.MaxConnections)),
            RequestLimit.ConnectionsPerAddress => Set("[limits] max_connections_per_address", Number(limits.MaxConnectionsPerAddress)),
            RequestLimit.Fields => Set("[limits] max_fields", Number(limits.MaxFields)),
            RequestLimit.Parts => Set(
                "[limits] max_fields and [uploads] max_files",
                $"{Number(limits.MaxFields)} and {Number(uploads.MaxFiles)}"
            ),
            RequestLimit.PartHeadBytes => Set("[uploads] max_part_head", ByteSize.Text(uploads.MaxPartHeadBytes)),
            RequestLimit.FileBytes => Set("[uploads] max_file", ByteSize.Text(uploads.MaxFileBytes)),
            RequestLimit.Files => Set("[uploads] max_files", Number(uploads.MaxFiles)),
            _ => Set("[uploads] max_text", ByteSize.Text(uploads.MaxTextBytes)),
        };
    }

    private static string Set(string name, string value) => $"{name} in config/server.toml, now {value}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(long ms) => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0} s");

    private static string Rate(int bytes) => $"{ByteSize.Text(bytes)} a second";
}
