using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Perf.Attack;

/// <summary>What a well-behaved client sees: requests one after the other, every tenth on a new connection.</summary>
internal static class Latencies
{
    private const int PerConnection = 10;

    /// <returns>The 99th percentile of all requests of so many seconds, in microseconds.</returns>
    public static double P99(int port, double seconds)
    {
        var server = new IPEndPoint(IPAddress.Loopback, port);
        var taken = new List<double>();
        byte[] answer = new byte[1024];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            long began = Stopwatch.GetTimestamp();
            socket.Connect(server);
            for (int n = 0; n < PerConnection; n++)
            {
                socket.Send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8);
                int length = socket.Receive(answer);
                if (!answer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8))
                {
                    throw new InvalidOperationException("A well-behaved client was not answered.");
                }

                taken.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
                began = Stopwatch.GetTimestamp();
            }
        }

        taken.Sort();
        return taken[taken.Count * 99 / 100];
    }
}
