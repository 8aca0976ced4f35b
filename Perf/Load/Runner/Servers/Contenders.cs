namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>Everyone who may be in the table, in its order.</summary>
internal static class Contenders
{
    private static readonly string[] _constants = ["pipelined", "plaintext"];
    private static readonly string[] _loop = [.. _constants, "churn-10", "churn-1", "idle", "cold-start"];
    private static readonly string[] _files = [.. _loop, "json", "download"];
    private static readonly string[] _bodies = [.. _files, "upload"];
    private static readonly string[] _all = [.. _bodies, "fortunes"];

    // A key for this run only: nothing that it seals outlives it.
    private static readonly Dictionary<string, string> _production = new()
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
            new("stryke", "Stryke Web", app, _ => [app], _all)
            {
                Kind = ContenderKind.Ours,
                Preparations = ["db migrate", "db seed"],
                Environment = _production,
                AsksForToken = true,
            },
            // The same app at another revision, where bin/bench was told of one.
            new("before", "Stryke Web, before", before, _ => [before], _all)
            {
                Kind = ContenderKind.Ours,
                Preparations = ["db migrate", "db seed"],
                Environment = _production,
                AsksForToken = true,
            },
            new("stryke-epoll", "Stryke Web, epoll", app, _ => [app], _constants)
            {
                Kind = ContenderKind.Ours,
                Environment = new Dictionary<string, string>(_production) { ["STRYKE_RUNTIME__BACKEND"] = "epoll" },
            },
            new("floor-io_uring", "bare loop, io_uring", floor, port => [floor, "io_uring", $"{port}"], _loop)
            {
                Kind = ContenderKind.Floor,
            },
            new("floor-epoll", "bare loop, epoll", floor, port => [floor, "epoll", $"{port}"], _loop) { Kind = ContenderKind.Floor },
            new("kestrel", "Kestrel", kestrel, port => ["dotnet", kestrel, $"{port}", folder], _all),
            new("kestrel-aot", "Kestrel, Native AOT", native, port => [native, $"{port}", folder], _all),
            new(
                "nginx",
                "nginx",
                Built("nginx/nginx.conf"),
                port => ["nginx", "-p", folder, "-e", "stderr", "-c", NginxConf(Built("nginx/nginx.conf"), port, folder)],
                _files
            ),
            new("node", "Node http", node, port => ["node", node, $"{port}", folder], _bodies),
            new("fastify", "Fastify", fastify, port => ["node", fastify, $"{port}", folder], _bodies),
            new("go", "Go net/http", go, port => [go, $"{port}", folder], _bodies),
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
