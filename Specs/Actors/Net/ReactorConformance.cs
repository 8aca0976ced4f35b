using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Uring;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>What every backend promises about connections, over real sockets.</summary>
public abstract partial class ReactorConformance
{
    private readonly Backend _backend;

    protected ReactorConformance(Backend backend)
    {
        _backend = backend;
        string? refusal = backend == Backend.IoUring ? UringProbe.Refusal() : null;
        Assert.SkipWhen(refusal is not null, $"io_uring cannot be used here: {refusal}");
    }

    [Fact]
    public async Task Bytes_come_and_go()
    {
        await using var server = new ReactorHarness(_backend);
        Assert.Equal(_backend, server.System.Backend);
        using var client = await server.Connect();
        for (int i = 0; i < 10; i++)
        {
            byte[] message = [(byte)i, 1, 2, 3];
            await client.SendAll(message);
            Assert.Equal(message, await client.ReceiveExactly(4));
        }
    }

    [Fact]
    public async Task Ip_version6_is_served_and_the_unspecified_address_takes_both()
    {
        await using var server = new ReactorHarness(_backend, address: IPAddress.IPv6Any);
        foreach (var address in new[] { IPAddress.IPv6Loopback, IPAddress.Loopback })
        {
            using var client = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await client.ConnectAsync(new IPEndPoint(address, server.Listener.EndPoint.Port));
            await client.SendAll("six"u8.ToArray());
            Assert.Equal("six"u8.ToArray(), await client.ReceiveExactly(3));
            var connection = await server.Accepted();
            Assert.Equal(client.LocalEndPoint, await server.Core.Run(() => connection.RemoteEndPoint));
        }
    }

    [Fact]
    public async Task A_large_transfer_arrives_whole_and_in_order()
    {
        await using var server = new ReactorHarness(_backend);
        using var client = await server.Connect();
        byte[] sent = new byte[16 << 20];
        new Random(1).NextBytes(sent);
        var sending = client.SendAll(sent);
        byte[] received = await client.ReceiveExactly(sent.Length);
        await sending;
        AssertSame(sent, received);
    }

    [Fact]
    public async Task Reading_pauses_while_the_peer_does_not_take_what_is_written()
    {
        var options = new ListenerOptions { OutputHighWaterBytes = 32 * 1024 };
        await using var server = new ReactorHarness(_backend, options: options);
        using var client = await server.Connect();
        byte[] sent = new byte[64 << 20];
        var sending = client.SendAll(sent);
        var connection = await server.Accepted();
        long held = 0;
        int quiet = 0;
        // Nobody reads at the other end: sooner or later the connection holds back, and what it holds stays bounded.
        // The kernel does not tell when its buffers are full, so what does not change in many looks is taken for that.
        await Eventually.Holds(
            async () =>
            {
                long now = await server.Core.Run(() => connection.Unsent + connection.Out.Length);
                quiet = now == held && now > 0 ? quiet + 1 : 0;
                held = now;
                return quiet == 60;
            },
            "the connection holds back"
        );
        Assert.False(sending.IsCompleted);
        Assert.InRange(held, 1, 1 << 20);
        Assert.Equal(sent.Length, (await client.ReceiveExactly(sent.Length)).Length);
        await sending;
    }

    [Fact]
    public async Task After_a_half_close_the_answer_still_arrives()
    {
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = _ => { },
                    PeerClosed = c =>
                    {
                        c.Echo();
                        c.End();
                    },
                }
        );
        using var client = await server.Connect();
        await client.SendAll("half"u8.ToArray());
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("half"u8.ToArray(), await client.ReceiveToEnd());
        await (await server.Accepted()).WaitFor("closed");
    }

    [Fact]
    public async Task An_orderly_end_has_no_error()
    {
        await using var server = new ReactorHarness(_backend);
        using (var client = await server.Connect())
            client.Shutdown(SocketShutdown.Both);
        var connection = await server.Accepted();
        await connection.WaitFor("eof");
        await connection.WaitFor("closed");
        Assert.Null(connection.EndedBy);
    }

    [Fact]
    public async Task A_peers_reset_ends_the_connection_with_its_error()
    {
        await using var server = new ReactorHarness(_backend);
        var client = await server.Connect();
        var connection = await server.Accepted();
        await connection.WaitFor("opened");
        client.LingerState = new LingerOption(true, 0);
        client.Close();
        await connection.WaitFor("closed");
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(connection.EndedBy).SocketErrorCode);
    }

    [Fact]
    public async Task A_reset_while_nobody_reads_ends_the_connection()
    {
        await using var server = new ReactorHarness(
            _backend,
            () => new ScriptedConnection { Received = _ => { }, Opened = c => c.Send(new byte[32 << 20]) }
        );
        var client = await server.Connect();
        var connection = await server.Accepted();
        await connection.WaitFor("opened");
        client.LingerState = new LingerOption(true, 0);
        client.Close();
        await connection.WaitFor("closed");
        Assert.IsType<SocketException>(connection.EndedBy);
        Assert.Equal(0, connection.CountOf("sent"));
    }

    [Fact]
    public async Task An_abort_resets_the_peer()
    {
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Received = c => c.Reset() });
        using var client = await server.Connect();
        await client.SendAll("x"u8.ToArray());
        var reset = await Assert.ThrowsAsync<SocketException>(() => client.ReceiveToEnd());
        Assert.Equal(SocketError.ConnectionReset, reset.SocketErrorCode);
        var connection = await server.Accepted();
        await connection.WaitFor("closed");
        Assert.Null(connection.EndedBy);
    }

    [Fact]
    public async Task Close_comes_after_everything_has_left()
    {
        byte[] answer = new byte[8 << 20];
        new Random(2).NextBytes(answer);
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        c.Send(answer);
                        c.End();
                    },
                }
        );
        using var client = await server.Connect();
        await client.SendAll("go"u8.ToArray());
        AssertSame(answer, await client.ReceiveToEnd());
    }

    [Fact]
    public async Task An_answer_is_not_lost_when_the_peer_takes_its_time()
    {
        // More than the peer's system takes of itself; the rest is with ours when the connection is closed.
        byte[] answer = new byte[64 * 1024];
        new Random(4).NextBytes(answer);
        await using var server = new ReactorHarness(
            _backend,
            () => new ScriptedConnection { Opened = c => c.Send(answer), Received = c => c.End() },
            new ListenerOptions { LingerMs = 1 }
        );
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(server.Listener.EndPoint);
        await client.SendAll("that is all"u8.ToArray());
        var connection = await server.Accepted();
        await connection.WaitFor("closed");
        Assert.Null(connection.EndedBy);
        AssertSame(answer, await client.ReceiveToEnd());
    }

    [Fact]
    public async Task An_answer_is_not_lost_when_the_peer_is_still_sending()
    {
        // RFC 9112 §9.6: closing with unread input would reset the connection, and the reset may overtake the answer.
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        c.Send("too large"u8);
                        c.End();
                    },
                }
        );
        using var client = await server.Connect();
        await client.SendAll(new byte[4 << 20]);
        Assert.Equal("too large"u8.ToArray(), await client.ReceiveToEnd());
    }

    [Fact]
    public async Task A_fault_ends_its_connection_and_no_other()
    {
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        if (c.In.Unread[0] == 'x')
                            throw new InvalidOperationException("bad byte");
                        c.Echo();
                    },
                }
        );
        using var bystander = await server.Connect();
        await bystander.SendAll("1"u8.ToArray());
        await bystander.ReceiveExactly(1);
        await server.Accepted();
        using var culprit = await server.Connect();
        await culprit.SendAll("x"u8.ToArray());
        var connection = await server.Accepted();
        await connection.WaitFor("closed");
        Assert.IsType<InvalidOperationException>(connection.EndedBy);
        Assert.Equal("bad byte", Assert.Single(server.Faults).Fault.Message);
        await bystander.SendAll("2"u8.ToArray());
        Assert.Equal("2"u8.ToArray(), await bystander.ReceiveExactly(1));
    }
}
