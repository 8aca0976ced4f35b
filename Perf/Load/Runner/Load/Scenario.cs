namespace Stryke.Web.Perf.Runner.Load;

/// <summary>One row of the table: what is asked for, over how many connections, and what the answer must hold.</summary>
internal sealed record Scenario(string Key, string Name, string Path, int Connections, string Expected)
{
    /// <summary>Requests that a connection sends in one write.</summary>
    public int Pipeline { get; private init; } = 1;

    /// <summary>Requests after which a connection ends; 0 when it does not.</summary>
    public int RequestsPerConnection { get; private init; }

    /// <summary>Whether bytes are what counts, and not requests.</summary>
    public bool IsTransfer { get; private init; }

    /// <summary>Whether each request carries <see cref="UploadBytes"/>.</summary>
    public bool IsUpload { get; private init; }

    /// <summary>Whether wrk can drive it; the generator does the rest.</summary>
    public bool IsForWrk => RequestsPerConnection == 0 && !IsTransfer;

    public const int UploadBytes = 8 << 20,
        DownloadBytes = 32 << 20;

    private const string Hello = "Hello, World!";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("pipelined", "plaintext, pipelined by 16", "/plaintext", 64, Hello) { Pipeline = 16 },
        new("plaintext", "plaintext", "/plaintext", 64, Hello),
        new("json", "json", "/json", 64, "{\"text\":\"Hello, World!\"}"),
        new("fortunes", "fortunes (SQLite, HTML)", "/fortunes", 64, "&lt;script&gt;alert("),
        new("churn-10", "ten requests and close", "/plaintext", 64, Hello) { RequestsPerConnection = 10 },
        new("churn-1", "one request and close", "/plaintext", 64, Hello) { RequestsPerConnection = 1 },
        new("download", "download of 32 MiB", "/download", 4, "") { IsTransfer = true },
        new("upload", "upload of 8 MiB", "/upload", 4, $"{UploadBytes}") { IsTransfer = true, IsUpload = true },
    ];
}
