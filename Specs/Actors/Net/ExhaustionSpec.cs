using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Uring;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>Takes the process's descriptors away for a moment, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(ExhaustionSpec), DisableParallelization = true)]
[Collection(nameof(ExhaustionSpec))]
public sealed partial class ExhaustionSpec
{
    private const int OpenFiles = 7;

    [Theory]
    [InlineData(Backend.Epoll)]
    [InlineData(Backend.IoUring)]
    [InlineData(Backend.Portable)]
    public async Task Out_of_descriptors_it_pauses_and_serves_everybody_later(Backend backend)
    {
        string? refusal = backend == Backend.IoUring ? UringProbe.Refusal() : null;
        Assert.SkipWhen(refusal is not null, $"io_uring cannot be used here: {refusal}");
        var faults = new ConcurrentQueue<string>();
        await using var system = ActorSystem.Start(new ActorSystemOptions
        {
            Backend = backend,
            Cpus = [0],
            OnFault = (_, where) => faults.Enqueue(where),
        });
        // Connecting needs no new descriptor on the client's side once its socket exists.
        var clients = Enumerable.Range(0, 20)
            .Select(_ => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
            .ToList();
        var fillers = new Stack<Socket>();
        Assert.Equal(0, GetLimit(OpenFiles, out var limit));
        try
        {
            var low = limit with { Soft = (nuint)clients.Max(client => (int)client.Handle) + 10 };
            Assert.Equal(0, SetLimit(OpenFiles, low));
            FillUp(fillers);
            // Room for the listener and for two connections of twenty. It listens only now: an accept of io_uring keeps the limit of
            // its beginning.
            for (int i = 0; i < 3; i++)
                fillers.Pop().Dispose();
            var listener = system.Listen(
                new IPEndPoint(IPAddress.Loopback, 0), new ListenerOptions(), _ => () => new ScriptedConnection());
            foreach (var client in clients)
                client.Connect(listener.EndPoint);
            await Task.Delay(550);
            // One report for each pause of 100 ms, not one for each turn.
            Assert.InRange(faults.Count, 1, 8);
            Assert.All(faults, where => Assert.StartsWith("accept", where, StringComparison.Ordinal));
        }
        finally
        {
            SetLimit(OpenFiles, limit);
            foreach (var filler in fillers)
                filler.Dispose();
        }
        foreach (var client in clients)
        {
            await client.SendAll("late"u8.ToArray());
            Assert.Equal("late"u8.ToArray(), await client.ReceiveExactly(4));
            client.Dispose();
        }
    }

    private static void FillUp(Stack<Socket> fillers)
    {
        try
        {
            while (true)
                fillers.Push(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        }
        catch (SocketException)
        {
            // Full.
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    // struct rlimit
    private record struct Limit(nuint Soft, nuint Hard);
}
