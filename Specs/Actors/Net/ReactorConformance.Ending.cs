using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

// The end of a listener, of a system and of a connection.
public abstract partial class ReactorConformance
{
    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var server = new ReactorHarness(_backend);
        await using var other = ActorSystem.Start(new ActorSystemOptions { Backend = _backend, Cpus = [0] });
        var taken = Assert.Throws<AddressInUseException>(() =>
            other.Listen(server.Listener.EndPoint, new ListenerOptions(), _ => () => new ScriptedConnection())
        );
        Assert.Contains(server.Listener.EndPoint.ToString(), taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_listener_refuses_the_new_and_keeps_the_old()
    {
        await using var server = new ReactorHarness(_backend);
        using var client = await server.Connect();
        await server.Accepted();
        await server.Listener.StopAsync();
        await Assert.ThrowsAnyAsync<SocketException>(server.Connect);
        await client.SendAll("old"u8.ToArray());
        Assert.Equal("old"u8.ToArray(), await client.ReceiveExactly(3));
    }

    [Fact]
    public async Task Draining_finishes_what_is_in_flight_and_refuses_the_new()
    {
        await using var server = new ReactorHarness(
            _backend,
            () => new ScriptedConnection { Received = c => c.Pause(), Draining = _ => { } }
        );
        using var client = await server.Connect();
        await client.SendAll("in flight"u8.ToArray());
        var connection = await server.Accepted();
        await connection.WaitFor("received");
        var stopping = server.System.StopAsync(TimeSpan.FromMinutes(1));
        await connection.WaitFor("draining");
        await Assert.ThrowsAnyAsync<SocketException>(server.Connect);
        Assert.False(stopping.IsCompleted);
        await server.On(() =>
        {
            connection.Echo();
            connection.End();
        });
        Assert.Equal("in flight"u8.ToArray(), await client.ReceiveToEnd());
        client.Dispose();
        await stopping;
        Assert.Null(connection.EndedBy);
    }

    [Fact]
    public async Task Who_does_not_finish_in_time_is_aborted()
    {
        await using var server = new ReactorHarness(_backend, () => new ScriptedConnection { Draining = _ => { } });
        using var client = await server.Connect();
        var connection = await server.Accepted();
        await server.System.StopAsync(TimeSpan.FromMilliseconds(100));
        await connection.WaitFor("closed");
        await Assert.ThrowsAsync<SocketException>(client.ReceiveToEnd);
    }

    [Fact]
    public async Task A_peer_that_keeps_its_end_open_is_waited_for_only_where_the_close_lingers()
    {
        await using var server = new ReactorHarness(
            _backend,
            () =>
                new ScriptedConnection
                {
                    Received = c =>
                    {
                        bool lingers = c.In.Unread[0] == 'l';
                        c.Echo();
                        if (lingers)
                            c.End();
                        else
                            c.EndAtOnce();
                    },
                }
        );
        using var waitedFor = await server.Connect();
        using var letGo = await server.Connect();
        await waitedFor.SendAll("l"u8.ToArray());
        Assert.Equal("l"u8.ToArray(), await waitedFor.ReceiveToEnd());
        await letGo.SendAll("g"u8.ToArray());
        Assert.Equal("g"u8.ToArray(), await letGo.ReceiveToEnd());
        await HasConnections(1);
        waitedFor.Close();
        await HasConnections(0);

        Task HasConnections(int wanted) =>
            Eventually.Sees(() => server.Core.ConnectionCount, count => count == wanted, $"{wanted} connections are there");
    }
}
