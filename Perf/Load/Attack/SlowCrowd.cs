using System.Diagnostics;
using System.Net;

namespace Stryke.Web.Perf.Attack;

/// <summary>
/// The process of the slow clients. Told <c>begin COUNT KIND…</c> it connects so many, in turn of each kind, and says so when all have
/// begun; then each takes a step in every <see cref="CycleMs"/>, spread evenly. Told <c>end</c>, all go, and it says how often one was cut
/// off.
/// </summary>
internal static class SlowCrowd
{
    private const int CycleMs = 2000;

    public static int Run(int port)
    {
        var server = new IPEndPoint(IPAddress.Loopback, port);
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } order)
        {
            string[] words = order.Split(' ');
            var kinds = words[2..].Select(Enum.Parse<SlowKind>).ToArray();
            var clients = Enumerable.Range(0, int.Parse(words[1])).Select(i => new SlowClient(kinds[i % kinds.Length], server)).ToArray();
            foreach (var client in clients)
            {
                client.Step();
            }

            Console.WriteLine("begun");
            var goOn = Task.Run(Console.ReadLine);
            StepOn(clients, goOn);
            foreach (var client in clients)
            {
                client.Dispose();
            }

            Console.WriteLine(clients.Sum(client => client.Cuts));
        }

        return 0;
    }

    private static void StepOn(SlowClient[] clients, Task end)
    {
        long began = Stopwatch.GetTimestamp();
        for (long step = 0; !end.IsCompleted; )
        {
            long due = (long)(Stopwatch.GetElapsedTime(began).TotalMilliseconds * clients.Length / CycleMs);
            for (; step < due && !end.IsCompleted; step++)
            {
                clients[step % clients.Length].Step();
            }

            Thread.Sleep(1);
        }
    }
}
