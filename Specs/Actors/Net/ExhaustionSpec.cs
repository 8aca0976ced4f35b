using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Uring;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>
/// Out of descriptors, a server sheds and recovers and never spins. Clients block here: asynchronous sockets might want
/// a descriptor of their own.
/// </summary>
[Collection(nameof(DescriptorShortage))]
public sealed class ExhaustionSpec : IDisposable
{
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly ConcurrentQueue<ScriptedConnection> _accepted = [];
    private readonly Queue<Socket> _clients = DescriptorShortage.NewSockets(60);
    private readonly List<Socket> _connected = [];
    private Listener _listener = null!;

    public static TheoryData<Backend> Backends => [Backend.Epoll, Backend.IoUring];

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Without_descriptors_everybody_is_refused_at_once_and_served_again_later(Backend backend)
    {
        await using var system = await Start(backend);
        using (new DescriptorShortage(free: 3))
        {
            Listen(system);
            Assert.Equal(("hello", "hello"), (Echo(Connect()), Echo(Connect())));

            // All at once: they wait together.
            foreach (var client in Enumerable.Range(0, 20).Select(_ => Connect()).ToArray())
                Assert.Equal("no room", ReadToEnd(client));
            Assert.All(_connected[..2], client => Assert.Equal("hello", Echo(client)));

            // One after the other. What a turn of the loop may be for: a client, the end of the pause after it, a call
            // of this spec, a millisecond beside a thread that wakes the core.
            var core = system.Cores[0];
            var (turn, since) = await core.Run(() => (core.CurrentTurn, core.NowMs));
            for (int i = 0; i < 30; i++)
                Assert.Equal("no room", ReadToEnd(Connect()));
            var (lastTurn, until) = await core.Run(() => (core.CurrentTurn, core.NowMs));
            Assert.InRange(lastTurn!.Value - turn!.Value, 1, (6 * 30) + (until - since) + 100);

            // One line for all of it.
            Assert.StartsWith("accept: no descriptors", Assert.Single(_faults), StringComparison.Ordinal);
        }

        Assert.All(_connected[..2], client => Assert.Equal("hello", Echo(client)));
        Assert.Equal("hello", EchoOnceServed());
        Assert.Single(_faults);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Whoever_was_idle_longest_makes_room_and_nobody_else(Backend backend)
    {
        await using var system = await Start(backend);
        using (new DescriptorShortage(free: 4))
        {
            Listen(system);
            var clients = Enumerable.Range(0, 3).Select(_ => Connect()).ToArray();
            Assert.All(clients, client => Assert.Equal("hello", Echo(client)));
            var connections = _accepted.ToArray();
            await system
                .Cores[0]
                .Run(() =>
                {
                    long now = system.Cores[0].NowMs;
                    connections[0].IdleSince = now - 5_000;
                    connections[1].IdleSince = now - 9_000;

                    // Too short to be closed for it.
                    connections[2].IdleSince = now + 60_000;
                    return true;
                });
            Assert.Equal("hello", Echo(Connect()));
            Assert.Equal("", ReadToEnd(clients[1]));
            Assert.Equal("hello", Echo(clients[0]));
            Assert.Equal("hello", Echo(Connect()));
            Assert.Equal("", ReadToEnd(clients[0]));
            Assert.Equal("no room", ReadToEnd(Connect()));
            Assert.Equal("hello", Echo(clients[2]));
            Assert.Single(_faults);
        }
    }

    [Fact]
    public async Task The_portable_backend_makes_room_and_lets_others_wait()
    {
        await using var system = await Start(Backend.Portable);
        using (new DescriptorShortage(free: 3))
        {
            Listen(system);
            var clients = new[] { Connect(), Connect() };
            Assert.All(clients, client => Assert.Equal("hello", Echo(client)));
            var connection = _accepted.First();
            await system.Cores[0].Run(() => connection.IdleSince = system.Cores[0].NowMs - 5_000);
            Assert.Equal("hello", Echo(Connect()));
            Assert.Equal("", ReadToEnd(clients[0]));

            // Nobody is idle now. For as long as that takes, a waiting client costs next to no turns.
            var waiting = Connect();
            var core = system.Cores[0];
            long? turn = await core.Run(() => core.CurrentTurn);
            await Alarm.After(core, 300);
            long turns = (await core.Run(() => core.CurrentTurn))!.Value - turn!.Value;
            Assert.InRange(turns, 1, 300);
            Assert.Equal(0, waiting.Available);
            Assert.Equal("hello", Echo(clients[1]));
            Assert.Single(_faults);
            clients[1].Dispose();
            Assert.Equal("hello", Echo(waiting));
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Spare_descriptors_are_not_for_connections(Backend backend)
    {
        const int Spare = 20;
        await using var system = await Start(backend);
        using (new DescriptorShortage(free: 3 + Spare))
        {
            Listen(system, Spare);
            var clients = new[] { Connect(), Connect() };
            Assert.All(clients, client => Assert.Equal("hello", Echo(client)));
            for (int i = 0; i < 5; i++)
                Assert.Equal("no room", ReadToEnd(Connect()));

            // But for one: the last who was refused may read so a moment before that connection is closed.
            var files = Enumerable.Range(0, Spare - 1).Select(_ => DescriptorShortage.NewSocket()).ToArray();
            Assert.Equal("no room", ReadToEnd(Connect()));
            Assert.All(clients, client => Assert.Equal("hello", Echo(client)));
            foreach (var file in files)
                file.Dispose();
            clients[0].Dispose();
            Assert.Equal("hello", EchoOnceServed());
            Assert.Single(_faults);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_stop_refuses_who_waits_and_ends(Backend backend)
    {
        await using var system = await Start(backend);
        using (new DescriptorShortage(free: 2))
        {
            Listen(system);
            Assert.Equal("hello", Echo(Connect()));
            var waiting = Enumerable.Range(0, 5).Select(_ => Connect()).ToArray();
            await system.StopAsync(TimeSpan.FromSeconds(10));
            Assert.All(waiting, client => Assert.Equal("no room", ReadToEnd(client)));
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Concat(_connected))
            client.Dispose();
    }

    private async Task<ActorSystem> Start(Backend backend)
    {
        string? refusal = backend == Backend.IoUring ? UringProbe.Refusal() : null;
        Assert.SkipWhen(refusal is not null, $"io_uring cannot be used here: {refusal}");
        var system = ActorSystem.Start(
            new ActorSystemOptions
            {
                Backend = backend,
                Cpus = [0],
                OnFault = (_, where) => _faults.Enqueue(where),
            }
        );

        // Everything has run once before: the run time opens a file for each assembly that it needs for the first time.
        Listen(system);
        Assert.Equal("hello", Echo(Connect()));
        _connected[0].Dispose();
        _connected.Clear();
        _accepted.Clear();
        await Eventually.Sees(() => system.Cores[0].ConnectionCount, count => count == 0, "no connection is left");
        await _listener.StopAsync();
        return system;
    }

    /// <summary>
    /// Within the shortage, as its socket takes the lowest free descriptor, and as an accept of io_uring keeps the
    /// limit of its beginning.
    /// </summary>
    private void Listen(ActorSystem system, int spare = 0) =>
        _listener = system.Listen(
            new IPEndPoint(IPAddress.Loopback, 0),
            new ListenerOptions { Refusal = "no room"u8.ToArray(), SpareDescriptors = spare },
            _ =>
                () =>
                {
                    var connection = new ScriptedConnection();
                    _accepted.Enqueue(connection);
                    return connection;
                }
        );

    private Socket Connect()
    {
        var client = _clients.Dequeue();
        client.Connect(_listener.EndPoint);
        _connected.Add(client);
        return client;
    }

    private string EchoOnceServed()
    {
        while (true)
        {
            var client = Connect();
            client.Send("hello"u8);
            byte[] answer = new byte[16];
            int length = client.Receive(answer);
            if (length > 0 && answer[0] == 'h')
                return Encoding.ASCII.GetString(answer, 0, length);
        }
    }

    private static string Echo(Socket client)
    {
        client.Send("hello"u8);
        byte[] answer = new byte[5];
        int length = 0;
        for (int more = 1; more > 0 && length < answer.Length; length += more)
            more = client.Receive(answer.AsSpan(length));
        return Encoding.ASCII.GetString(answer, 0, length);
    }

    private static string ReadToEnd(Socket client)
    {
        byte[] answer = new byte[64];
        int length = 0;
        for (int more = 1; more > 0; length += more)
            more = client.Receive(answer.AsSpan(length));
        return Encoding.ASCII.GetString(answer, 0, length);
    }
}
