using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>A started server and its port. Disposing ends it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int StartLimitMs = 20_000;
    private static readonly List<ServerProcess> Running = [];
    private readonly Process _process;

    private ServerProcess(Contender contender, Process process, int port, double firstAnswerMs)
    {
        (Contender, _process, Port, FirstAnswerMs) = (contender, process, port, firstAnswerMs);
        Tree = new ProcessTree(process.Id);
        lock (Running)
            Running.Add(this);
    }

    public Contender Contender { get; }

    public string Name => Contender.Name;

    public int Port { get; }

    public ProcessTree Tree { get; }

    /// <summary>Milliseconds from starting the program to the first whole response.</summary>
    public double FirstAnswerMs { get; }

    /// <summary>
    /// Header lines that an upload must carry here. Asked for when there is one: a server at rest has answered nothing but what showed that
    /// it is up.
    /// </summary>
    public IReadOnlyList<string> UploadHeaders =>
        field ??= Contender.AsksForToken ? Token(Encoding.UTF8.GetString(Exchange("GET", "/token", [], []))) : [];

    /// <summary>Starts a contender on a port of its own, pinned to one CPU, and waits until it answers.</summary>
    /// <exception cref="BenchException">It ends, or does not answer.</exception>
    public static ServerProcess Start(Contender contender, string folder, int cpu)
    {
        int port = Ports.Next();
        var start = new ProcessStartInfo("taskset", ["-c", $"{cpu}", .. contender.Command(port)])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORT"] = $"{port}";
        foreach (var (name, value) in contender.Environment)
            start.Environment[name] = value;

        long began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        while (!Answers(port))
        {
            if (process.HasExited)
                throw new BenchException($"{contender.Name} ended at start with {process.ExitCode}: {errors.ToString().Trim()}");
            if (Stopwatch.GetElapsedTime(began).TotalMilliseconds < StartLimitMs)
                continue;
            process.Kill(entireProcessTree: true);
            throw new BenchException($"{contender.Name} does not answer on port {port}: {errors.ToString().Trim()}");
        }
        return new ServerProcess(contender, process, port, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>Runs what comes before serving.</summary>
    /// <exception cref="BenchException">A command fails.</exception>
    public static void Prepare(Contender contender, string folder)
    {
        foreach (string arguments in contender.Preparations)
        {
            var start = new ProcessStartInfo(contender.Program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            foreach (var (name, value) in contender.Environment)
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new BenchException($"'{Path.GetFileName(contender.Program)} {arguments}' ended with {process.ExitCode}: {output}");
        }
    }

    /// <summary>Asks once, on a connection that the server closes, and returns the whole response.</summary>
    public byte[] Exchange(string method, string path, IEnumerable<string> headers, ReadOnlySpan<byte> body)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", Port);
        string length = method == "POST" ? $"Content-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n" : "";
        string lines = string.Concat(headers.Select(header => header + "\r\n"));
        using var stream = new NetworkStream(socket);
        stream.Write(
            Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\n{lines}{length}Connection: close\r\n\r\n")
        );
        stream.Write(body);
        var answer = new MemoryStream();
        stream.CopyTo(answer);
        return answer.ToArray();
    }

    public void Dispose()
    {
        lock (Running)
            Running.Remove(this);
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Ends all servers, for a run that is interrupted.</summary>
    public static void StopAll()
    {
        lock (Running)
            Running.ForEach(server => server._process.Kill(entireProcessTree: true));
    }

    private static string[] Token(string answer)
    {
        string head = answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        string cookie = head.Split("\r\n")
            .First(line => line.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase))["Set-Cookie: ".Length..]
            .Split(';')[0];
        return [$"Cookie: {cookie}", $"X-CSRF-Token: {answer[(head.Length + 4)..]}"];
    }

    private static bool Answers(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("127.0.0.1", port);
            socket.Send("GET /plaintext HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
            return socket.Receive(new byte[512]) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
