namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>Everyone who may be in the table, in its order.</summary>
internal static class Contenders
{
    private static readonly string[] Constants = ["pipelined", "plaintext"];
    private static readonly string[] Loop = [.. Constants, "churn-10", "churn-1", "idle", "cold-start"];
    private static readonly string[] Files = [.. Loop, "json", "download"];
    private static readonly string[] Bodies = [.. Files, "upload"];
    private static readonly string[] Everything = [.. Bodies, "fortunes"];

    // A key for this run only: nothing that it seals outlives it.
    private static readonly Dictionary<string, string> Production = new()
    {
        ["STRYKE_ENV"] = "production",
        ["STRYKE_MASTER_KEY"] = Convert.ToBase64String(new byte[32]).Replace('+', '-').Replace('/', '_').TrimEnd('='),
    };

    public static IReadOnlyList<string> Keys { get; } = [.. All("", "").Select(contender => contender.Key)];

    /// <param name="builds">Where <c>bin/bench</c> has put the programs.</param>
    /// <param name="folder">Where they run, and where the database and the file to download are.</param>
    public static IReadOnlyList<Contender> All(string builds, string folder)
    {
        string Built(string path) => Path.Combine(builds, path);
        string app = Built("stryke/loadapp"),
            before = Built("before/loadapp"),
            floor = Built("floor/floor"),
            kestrel = Built("kestrel/kestrel.dll"),
            native = Built("kestrel-aot/kestrel");
        string node = Built("node/server.mjs"),
            fastify = Built("fastify/server.mjs"),
            go = Built("go/server");
        return
        [
            new("stryke", "Stryke Web", app, _ => [app], Everything)
            {
                Kind = ContenderKind.Ours,
                Preparations = ["db migrate", "db seed"],
                Environment = Production,
                AsksForToken = true,
            },
            // The same app at another revision, where bin/bench was told of one.
            new("before", "Stryke Web, before", before, _ => [before], Everything)
            {
                Kind = ContenderKind.Ours,
                Preparations = ["db migrate", "db seed"],
                Environment = Production,
                AsksForToken = true,
            },
            new("stryke-epoll", "Stryke Web, epoll", app, _ => [app], Constants)
            {
                Kind = ContenderKind.Ours,
                Environment = new Dictionary<string, string>(Production) { ["STRYKE_RUNTIME__BACKEND"] = "epoll" },
            },
            new("floor-io_uring", "bare loop, io_uring", floor, port => [floor, "io_uring", $"{port}"], Loop)
            {
                Kind = ContenderKind.Floor,
            },
            new("floor-epoll", "bare loop, epoll", floor, port => [floor, "epoll", $"{port}"], Loop) { Kind = ContenderKind.Floor },
            new("kestrel", "Kestrel", kestrel, port => ["dotnet", kestrel, $"{port}", folder], Everything),
            new("kestrel-aot", "Kestrel, Native AOT", native, port => [native, $"{port}", folder], Everything),
            new(
                "nginx",
                "nginx",
                Built("nginx/nginx.conf"),
                port => ["nginx", "-p", folder, "-e", "stderr", "-c", NginxConf(Built("nginx/nginx.conf"), port, folder)],
                Files
            ),
            new("node", "Node http", node, port => ["node", node, $"{port}", folder], Bodies),
            new("fastify", "Fastify", fastify, port => ["node", fastify, $"{port}", folder], Bodies),
            new("go", "Go net/http", go, port => [go, $"{port}", folder], Bodies),
        ];
    }

    // nginx reads no arguments and no environment in its configuration.
    private static string NginxConf(string template, int port, string folder)
    {
        string path = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(
            path,
            File.ReadAllText(template)
                .Replace("{port}", $"{port}", StringComparison.Ordinal)
                .Replace("{folder}", folder, StringComparison.Ordinal)
        );
        return path;
    }
}
