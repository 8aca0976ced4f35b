using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Stryke.Web.Perf.Runner;

/// <summary>A started server, its port, and what the kernel says of it. Disposing ends it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int StartLimitMs = 20_000;
    private readonly Process _process;

    private ServerProcess(Process process, int port, double firstAnswerMs) =>
        (_process, Port, FirstAnswerMs) = (process, port, firstAnswerMs);

    public int Port { get; }

    /// <summary>Milliseconds from starting the program to the first whole response.</summary>
    public double FirstAnswerMs { get; }

    public static ServerProcess Start(
        string name, string file, string[] arguments, (string Name, string Value)[] environment, string directory, int port, int cpu)
    {
        var start = new ProcessStartInfo("taskset", ["-c", $"{cpu}", file, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;

        long began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        while (!Answers(port))
        {
            if (process.HasExited) throw new BenchException($"{name} ended at start with {process.ExitCode}: {errors}");
            if (Stopwatch.GetElapsedTime(began).TotalMilliseconds > StartLimitMs) throw new BenchException($"{name} does not answer on port {port}: {errors}");
        }
        return new ServerProcess(process, port, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>CPU time that the process has used, user and system, from <c>/proc/PID/schedstat</c> of each thread, in microseconds.</summary>
    public double CpuMicroseconds()
    {
        double nanoseconds = 0;
        foreach (string task in Directory.GetDirectories($"/proc/{_process.Id}/task"))
        {
            nanoseconds += double.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0]);
        }
        return nanoseconds / 1000;
    }

    /// <summary>Resident memory in bytes (<c>VmRSS</c>).</summary>
    public long ResidentBytes()
    {
        string line = File.ReadLines($"/proc/{_process.Id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    /// <summary>Asks once for <paramref name="path"/> and returns the whole response as text.</summary>
    public string Get(string path)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", Port);
        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nConnection: close\r\n\r\n"));
        using var stream = new NetworkStream(socket);
        return new StreamReader(stream).ReadToEnd();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
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
