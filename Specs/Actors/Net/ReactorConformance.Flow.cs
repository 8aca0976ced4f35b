using System.Diagnostics;
using System.Net.Sockets;
using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

// Flow control, time and buffers.
public abstract partial class ReactorConformance
{
    [Fact]
    public async Task Nothing_is_announced_while_paused_and_nothing_is_lost()
    {
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        if (c.In.Unread[0] == 'p')
                            c.Pause();
                        c.Echo();
                    },
                }
        );
        using var client = await server.Connect();
        await client.SendAll("p"u8.ToArray());
        await client.ReceiveExactly(1);
        var connection = await server.Accepted();
        await client.SendAll("later"u8.ToArray());
        await server.GoRound();
        Assert.Equal(1, connection.CountOf("received"));
        await server.On(connection.Resume);
        Assert.Equal("later"u8.ToArray(), await client.ReceiveExactly(5));
    }

    [Fact]
    public async Task The_peers_end_is_announced_after_a_pause_too()
    {
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Opened = c => c.Pause() });
        using var client = await server.Connect();
        await client.SendAll("last"u8.ToArray());
        client.Shutdown(SocketShutdown.Send);
        var connection = await server.Accepted();
        await server.GoRound();
        await server.On(connection.Resume);
        Assert.Equal("last"u8.ToArray(), await client.ReceiveToEnd());
        await connection.WaitFor("closed");
        Assert.Null(connection.EndedBy);
    }

    [Fact]
    public async Task Input_stops_at_its_limit_and_goes_on_when_something_is_consumed()
    {
        var options = new ListenerOptions { InputLimitBytes = 16 * 1024 };
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Received = _ => { } }, options);
        using var client = await server.Connect();
        var sending = client.SendAll(new byte[1 << 20]);
        var connection = await server.Accepted();
        await connection.WaitFor("received");
        await server.GoRound();
        int total = 0;
        await Eventually.Sees(async () => total += await server.Core.Run(Consume), sum => sum >= 1 << 20, "all of it is received");
        await sending;
        Assert.Equal(1 << 20, total);
        Assert.InRange(connection.MostUnread, 1, 32 * 1024);

        int Consume()
        {
            int unread = connection.In.Length;
            connection.In.Consume(unread);
            connection.Resume();
            return unread;
        }
    }

    [Fact]
    public async Task Room_that_was_asked_for_is_filled_beyond_the_limit()
    {
        const int Length = 1 << 20;
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        c.In.EnsureFree(Length - c.In.Length);
                        if (c.In.Length == Length)
                            c.Echo();
                    },
                }
        );
        using var client = await server.Connect();
        byte[] sent = new byte[Length];
        new Random(3).NextBytes(sent);
        var sending = client.SendAll(sent);
        AssertSame(sent, await client.ReceiveExactly(Length));
        await sending;
    }

    [Fact]
    public async Task An_idle_connection_holds_no_buffer()
    {
        await using var server = new ReactorHarness(_backend);
        using var client = await server.Connect();
        await client.SendAll(new byte[10_000]);
        await client.ReceiveExactly(10_000);
        var connection = await server.Accepted();
        await connection.WaitFor("sent");
        await Eventually.Sees(server.BuffersInUse, count => count == 0, "every buffer is back");
        Assert.Null(await server.Core.Run(() => connection.In.Array));
    }

    [Fact]
    public async Task Flushes_of_one_turn_are_one_send()
    {
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        c.In.Consume(c.In.Length);
                        c.Send("one"u8);
                        c.Send("two"u8);
                    },
                }
        );
        using var client = await server.Connect();
        await client.SendAll("x"u8.ToArray());
        Assert.Equal("onetwo"u8.ToArray(), await client.ReceiveExactly(6));
        var connection = await server.Accepted();
        await connection.WaitFor("sent");
        await server.On(() => { });
        Assert.Equal(0, connection.CountOf("sent"));
    }

    [Fact]
    public async Task A_timeout_comes_not_early_and_can_be_pushed_back_and_cleared()
    {
        var clock = new Stopwatch();
        bool clears = false;
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Opened = c =>
                    {
                        clock.Restart();
                        c.Deadline(50);
                        if (clears)
                            c.NoDeadline();
                        else
                            c.Deadline(400);
                    },
                }
        );
        using var first = await server.Connect();
        var pushedBack = await server.Accepted();
        await pushedBack.WaitFor("timeout");
        // The loop's clock may be a few milliseconds behind when the deadline is set.
        Assert.InRange(clock.ElapsedMilliseconds, 350, long.MaxValue);
        await pushedBack.WaitFor("closed");

        clears = true;
        using var second = await server.Connect();
        var cleared = await server.Accepted();
        await cleared.WaitFor("opened");
        await Alarm.After(server.Core, 60);
        Assert.Equal(0, cleared.CountOf("timeout"));
    }

    [Fact]
    public async Task Many_connections_are_served_by_all_cores()
    {
        await using var server = new ReactorHarness(_backend, cores: 2);
        var clients = new List<Socket>();
        for (int i = 0; i < 300; i++)
            clients.Add(await server.Connect());
        for (int round = 0; round < 3; round++)
        {
            await Task.WhenAll(clients.Select((client, i) => client.SendAll(BitConverter.GetBytes((i * 10) + round))));
            for (int i = 0; i < clients.Count; i++)
                Assert.Equal((i * 10) + round, BitConverter.ToInt32(await clients[i].ReceiveExactly(4)));
        }
        Assert.All(server.System.Cores, core => Assert.NotEqual(0, core.ConnectionCount));
        clients.ForEach(client => client.Dispose());
        await Eventually.Sees(() => server.System.Cores.Sum(core => core.ConnectionCount), count => count == 0, "no connection is left");
    }

    [Fact]
    public async Task Descriptors_and_connection_objects_are_used_again()
    {
        int made = 0;
        await using var server = new ReactorHarness(
            _backend,
            () =>
            {
                made++;
                return new ScriptedConnection { Reusable = true };
            }
        );
        for (int i = 0; i < 200; i++)
        {
            using var client = await server.Connect();
            byte[] message = BitConverter.GetBytes(i);
            await client.SendAll(message);
            Assert.Equal(message, await client.ReceiveExactly(4));
            client.Shutdown(SocketShutdown.Send);
            Assert.Empty(await client.ReceiveToEnd());
        }
        Assert.InRange(made, 1, 20);
    }

    [Fact]
    public async Task More_connections_than_buffers_lie_ready_are_served()
    {
        await using var server = new ReactorHarness(_backend);
        var clients = new List<Socket>();
        for (int i = 0; i < 100; i++)
            clients.Add(await server.Connect());
        // While the core is kept busy everybody sends: all of it is there in one turn.
        using var everybodyHasSent = new ManualResetEventSlim();
        var turn = server.On(() => everybodyHasSent.Wait(Eventually.Bound));
        foreach (var client in clients)
            await client.SendAll(new byte[3000]);
        everybodyHasSent.Set();
        await turn;
        foreach (var client in clients)
            await client.ReceiveExactly(3000);
        Assert.Equal(0, await server.BuffersInUse());
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Every_buffer_comes_back()
    {
        await using var server = new ReactorHarness(_backend);
        for (int i = 0; i < 20; i++)
        {
            var client = await server.Connect();
            await client.SendAll(new byte[100_000]);
            if (i % 2 == 0)
                client.LingerState = new LingerOption(true, 0);
            client.Close();
        }
        for (int i = 0; i < 20; i++)
            await (await server.Accepted()).WaitFor("closed");
        Assert.Equal(0, await server.BuffersInUse());
    }

    // Assert.Equal would print megabytes.
    private static void AssertSame(byte[] expected, byte[] actual) => Assert.True(expected.AsSpan().SequenceEqual(actual));
}
