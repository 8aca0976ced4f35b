using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Startup;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>A system that listens on a free port, and what its connections became.</summary>
internal sealed class ReactorHarness : IAsyncDisposable
{
    private readonly Channel<ScriptedConnection> _accepted = Channel.CreateUnbounded<ScriptedConnection>();

    public ReactorHarness(
        Backend backend,
        Func<ScriptedConnection>? connection = null,
        ListenerOptions? options = null,
        IPAddress? address = null,
        int cores = 1,
        IReadOnlyList<ListenTarget>? targets = null
    )
    {
        System = ActorSystem.Start(
            new ActorSystemOptions
            {
                Backend = backend,
                Cpus = new int[cores],
                OnFault = (fault, where) => Faults.Enqueue((fault, where)),
            }
        );
        Listener = System.Listen(
            targets ?? [new IPEndPoint(address ?? IPAddress.Loopback, 0)],
            options ?? new ListenerOptions(),
            _ =>
                () =>
                {
                    var made = connection?.Invoke() ?? new ScriptedConnection();
                    _accepted.Writer.TryWrite(made);
                    return made;
                }
        );
    }

    public ActorSystem System { get; }

    public Core Core => System.Cores[0];

    public Listener Listener { get; }

    public ConcurrentQueue<(Exception Fault, string Where)> Faults { get; } = [];

    /// <summary>The server's side of the next connection.</summary>
    public Task<ScriptedConnection> Accepted() => _accepted.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Bound);

    /// <summary>A client of the first address.</summary>
    public Task<Socket> Connect() => Connect(Listener.EndPoints[0]);

    public static async Task<Socket> Connect(EndPoint endPoint)
    {
        bool isPath = endPoint is UnixDomainSocketEndPoint;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, isPath ? ProtocolType.Unspecified : ProtocolType.Tcp);
        if (!isPath)
            socket.NoDelay = true;
        await socket.ConnectAsync(endPoint);
        return socket;
    }

    /// <summary>How many pool buffers connections hold.</summary>
    public Task<int> BuffersInUse() => Core.Run(() => Core.Buffers.Outstanding - ((SocketReactor)Core.Reactor).ReadyBuffers);

    public Task On(Action work) =>
        Core.Run(() =>
        {
            work();
            return true;
        });

    /// <summary>
    /// Lets the core go round twice, for a client of another listener: whatever had come to its sockets before has been
    /// announced by then.
    /// </summary>
    public async Task GoRound()
    {
        var listener = System.Listen(new IPEndPoint(IPAddress.Loopback, 0), new ListenerOptions(), _ => () => new ScriptedConnection());
        using var client = await Connect(listener.EndPoint);
        for (byte i = 0; i < 2; i++)
        {
            await client.SendAll(new byte[] { i });
            await client.ReceiveExactly(1);
        }
        client.Close();
        await listener.StopAsync();
    }

    public async ValueTask DisposeAsync() => await System.DisposeAsync();
}
