using System.Globalization;
using System.Text;

namespace Stryke.Web.Perf.Generator;

/// <summary>What is asked of the server, and how.</summary>
internal sealed record Demand
{
    public const string Usage =
        "usage: generator --port N --path PATH [--connections N] [--requests N] [--seconds S] [--body FILE] [--header LINE]... [--hold]\n"
        + "  --requests N  on each connection, the last with 'Connection: close'; 0: connections do not end\n"
        + "  --body FILE   is posted with each request\n"
        + "  --hold        each connection asks once and stays, until standard input ends";

    public int Port { get; private init; }

    public string Path { get; private init; } = "";

    public int Connections { get; private init; } = 64;

    /// <summary>Requests on each connection; 0 for no end.</summary>
    public int Requests { get; private init; }

    public double Seconds { get; private init; } = 1;

    public string? Body { get; private init; }

    public bool Hold { get; private init; }

    private string Headers { get; init; } = "";

    public static bool TryParse(string[] args, out Demand demand, out string error)
    {
        demand = new Demand();
        error = "";
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--hold")
            {
                demand = demand with { Hold = true };
                continue;
            }
            string value = i + 1 < args.Length ? args[i + 1] : "";
            demand = args[i] switch
            {
                "--port" => demand with { Port = Count(value) },
                "--path" => demand with { Path = value },
                "--connections" => demand with { Connections = Count(value) },
                "--requests" => demand with { Requests = Count(value) },
                "--seconds" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) => demand with
                {
                    Seconds = seconds,
                },
                "--body" => demand with { Body = value },
                "--header" => demand with { Headers = $"{demand.Headers}{value}\r\n" },
                _ => demand with { Port = -1 },
            };
            i++;
        }
        if (
            demand.Port is < 1 or > 65535
            || !demand.Path.StartsWith('/')
            || demand.Connections < 1
            || demand.Requests < 0
            || demand.Seconds <= 0
        )
        {
            error = Usage;
        }

        return error.Length == 0;
    }

    /// <summary>The head of a request; the body, if there is one, comes after it.</summary>
    public byte[] Head(long bodyBytes, bool isLast)
    {
        string body = Body is null ? "" : $"Content-Type: application/octet-stream\r\nContent-Length: {bodyBytes}\r\n";
        string close = isLast ? "Connection: close\r\n" : "";
        return Encoding.ASCII.GetBytes(
            $"{(Body is null ? "GET" : "POST")} {Path} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\n{Headers}{body}{close}\r\n"
        );
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : -1;
}
