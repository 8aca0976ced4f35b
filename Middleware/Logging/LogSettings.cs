using Stryke.Web.Text.Settings;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// <c>[log]</c> of <c>config/server.toml</c>: what the app writes about its requests and about what went wrong in them, and where.
/// </summary>
public sealed record LogSettings : ISettings<LogSettings>
{
    /// <inheritdoc/>
    public static string Section => "log";

    /// <summary>Stands for standard error, or output, in <see cref="File"/>.</summary>
    public const string StandardError = "stderr",
        StandardOutput = "stdout";

    /// <summary><c>requests</c>: whether each request writes a line. Default: in development.</summary>
    public bool Requests { get; init; }

    /// <summary>
    /// <c>queries</c>: whether each statement writes a line, with its time and rows and without its values. Default: in development.
    /// </summary>
    public bool Queries { get; init; }

    /// <summary>
    /// <c>format</c>: <c>"text"</c> for people, <c>"json"</c> for machines, one object a line. Default: JSON in production, otherwise text.
    /// </summary>
    public LogFormat Format { get; init; }

    /// <summary>
    /// <c>file</c>: the path of a file that is appended to, <c>"stderr"</c> or <c>"stdout"</c>. A file that is moved away is opened anew
    /// within a second. Default <c>"stderr"</c>.
    /// </summary>
    public string File { get; init; } = StandardError;

    /// <summary><c>query</c>: whether the query of a request is told. It may hold secrets. Default false.</summary>
    public bool Query { get; init; }

    /// <summary><c>referer</c>: whether the <c>Referer</c> of a request is told, query and all; in JSON only. Default false.</summary>
    public bool Referer { get; init; }

    /// <inheritdoc/>
    public static LogSettings Bind(SettingsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        bool isDevelopment = section.Environment == "development";
        return new LogSettings
        {
            Requests = section.Flag("requests", isDevelopment),
            Queries = section.Flag("queries", isDevelopment),
            Format = section.Choice(
                "format",
                section.Environment == "production" ? LogFormat.Json : LogFormat.Text,
                ("text", LogFormat.Text),
                ("json", LogFormat.Json)
            ),
            File = section.Text("file", StandardError),
            Query = section.Flag("query", false),
            Referer = section.Flag("referer", false),
        };
    }
}
