namespace Stryke.Web.Perf.Runner;

/// <summary>One row of the table: a path, how many connections ask for it, and how many requests each sends in one write.</summary>
internal sealed record Scenario(string Name, string Path, int Connections, int Pipeline, string Expected)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("plaintext, pipelined by 16", "/plaintext", 64, 16, "Hello, World!"),
        new("plaintext", "/plaintext", 64, 1, "Hello, World!"),
        new("json", "/json", 64, 1, "{\"text\":\"Hello, World!\"}"),
        new("fortunes", "/fortunes", 64, 1, "&lt;script&gt;alert("),
    ];
}
