using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

// What is listened on: Unix sockets, several addresses, sockets that are there already.
public abstract partial class ReactorConformance
{
    [Fact]
    public async Task A_unix_socket_is_served_and_its_peers_have_no_address()
    {
        using var place = new SocketPlace();
        await using var server = new ReactorHarness(
            _backend,
            targets: [place.EndPoint],
            options: new ListenerOptions { MaxConnectionsPerAddress = 1 }
        );
        using var first = await server.Connect();
        using var second = await server.Connect();
        foreach (var client in new[] { first, second })
        {
            await client.SendAll("by path"u8.ToArray());
            Assert.Equal("by path"u8.ToArray(), await client.ReceiveExactly(7));
            var connection = await server.Accepted();
            Assert.Null(await server.Core.Run(() => connection.RemoteEndPoint));
        }
        Assert.Equal([place.EndPoint], server.Listener.EndPoints);
        Assert.Empty(server.Faults);
    }

    [Fact]
    public async Task A_large_transfer_by_a_unix_socket_arrives_whole()
    {
        using var place = new SocketPlace();
        await using var server = new ReactorHarness(_backend, targets: [place.EndPoint]);
        using var client = await server.Connect();
        byte[] sent = new byte[16 << 20];
        new Random(5).NextBytes(sent);
        var sending = client.SendAll(sent);
        byte[] received = await client.ReceiveExactly(sent.Length);
        await sending;
        AssertSame(sent, received);
    }

    [Fact]
    public async Task A_file_goes_out_by_a_unix_socket()
    {
        byte[] content = new byte[5 << 20];
        new Random(6).NextBytes(content);
        using var file = TemporaryFile(content);
        using var place = new SocketPlace();
        await using var server = new ReactorHarness(
            _backend,
            () => new ScriptedConnection { Opened = c => c.Transmit(file, 0, content.Length), Sent = c => c.End() },
            targets: [place.EndPoint]
        );
        using var client = await server.Connect();
        AssertSame(content, await client.ReceiveToEnd());
    }

    [Fact]
    public async Task All_cores_accept_from_one_unix_socket()
    {
        using var place = new SocketPlace();
        await using var server = new ReactorHarness(_backend, cores: 3, targets: [place.EndPoint]);
        var clients = new List<Socket>();
        // While the others are busy, each core takes connections by itself.
        foreach (var free in server.System.Cores)
        {
            int before = free.ConnectionCount;
            using var held = new CountdownEvent(2);
            using var release = new ManualResetEventSlim();
            foreach (var core in server.System.Cores.Where(core => core != free))
            {
                core.Post(() =>
                {
                    held.Signal();
                    release.Wait(Eventually.Bound);
                });
            }

            Assert.True(held.Wait(Eventually.Bound), "the other cores have not begun");
            // One of the others may have been woken and not come to it; the next connection wakes the next, who takes both.
            for (int i = 0; i < server.System.Cores.Count; i++)
                clients.Add(await server.Connect());
            await Eventually.Sees(() => free.ConnectionCount, count => count > before, $"core {free.Index} has accepted");
            release.Set();
        }
        await AssertEchoes(clients);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_file_of_a_unix_socket_has_its_mode_and_goes_with_the_server()
    {
        using var place = new SocketPlace();
        await using (var server = new ReactorHarness(_backend, cores: 2, targets: [place.EndPoint]))
        {
            Assert.Equal(ListenTarget.DefaultMode, File.GetUnixFileMode(place.Path));
        }
        Assert.False(File.Exists(place.Path));
        const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var server = new ReactorHarness(_backend, targets: [ListenTarget.At(place.EndPoint, OwnersOnly)]))
        {
            Assert.Equal(OwnersOnly, File.GetUnixFileMode(place.Path));
            await server.Listener.StopAsync();
            Assert.False(File.Exists(place.Path));
            File.WriteAllText(place.Path, "the next server's");
        }
        Assert.True(File.Exists(place.Path));
    }

    [Fact]
    public async Task The_file_of_a_dead_server_is_replaced_and_that_of_a_live_one_is_not()
    {
        using var place = new SocketPlace();
        place.LeaveStale();
        await using var server = new ReactorHarness(_backend, targets: [place.EndPoint]);
        var taken = Assert.Throws<AddressInUseException>(() => new ReactorHarness(_backend, targets: [place.EndPoint]));
        Assert.Contains(place.Path, taken.Message, StringComparison.Ordinal);
        using var client = await server.Connect();
        await AssertEchoes([client]);
    }

    [Fact]
    public async Task A_file_that_is_no_socket_is_left_alone()
    {
        using var place = new SocketPlace();
        await File.WriteAllTextAsync(place.Path, "somebody's notes");
        Assert.Throws<AddressInUseException>(() => new ReactorHarness(_backend, targets: [place.EndPoint]));
        Assert.Equal("somebody's notes", await File.ReadAllTextAsync(place.Path));
    }

    [Fact]
    public async Task A_directory_that_is_missing_is_named()
    {
        await Task.Yield();
        var nowhere = new UnixDomainSocketEndPoint("/nowhere/at/all/app.sock");
        var refused = Assert.Throws<ListenException>(() => new ReactorHarness(_backend, targets: [nowhere]));
        Assert.Contains("/nowhere/at/all/app.sock", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_addresses_are_one_listener_with_one_limit()
    {
        using var place = new SocketPlace();
        await using var server = new ReactorHarness(
            _backend,
            cores: 2,
            options: new ListenerOptions { MaxConnections = 3, Refusal = "full"u8.ToArray() },
            targets: [new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.IPv6Loopback, 0), place.EndPoint]
        );
        var clients = new List<Socket>();
        foreach (var endPoint in server.Listener.EndPoints)
            clients.Add(await ReactorHarness.Connect(endPoint));
        await AssertEchoes(clients);
        foreach (var endPoint in server.Listener.EndPoints)
        {
            using var refused = await ReactorHarness.Connect(endPoint);
            Assert.Equal("full"u8.ToArray(), await refused.ReceiveToEnd());
        }
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task The_unspecified_addresses_of_both_versions_share_a_port()
    {
        await using var first = new ReactorHarness(_backend);
        int port = first.Listener.EndPoint.Port;
        await first.Listener.StopAsync();
        await using var server = new ReactorHarness(
            _backend,
            targets: [new IPEndPoint(IPAddress.IPv6Any, port), new IPEndPoint(IPAddress.Any, port)]
        );
        using var four = await ReactorHarness.Connect(new IPEndPoint(IPAddress.Loopback, port));
        using var six = await ReactorHarness.Connect(new IPEndPoint(IPAddress.IPv6Loopback, port));
        await AssertEchoes([four, six]);
    }

    [Fact]
    public async Task When_one_address_cannot_be_had_none_is_kept()
    {
        using var place = new SocketPlace();
        await using var other = new ReactorHarness(_backend);
        Assert.Throws<AddressInUseException>(() => new ReactorHarness(_backend, targets: [place.EndPoint, other.Listener.EndPoint]));
        Assert.False(File.Exists(place.Path));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    public async Task Sockets_that_are_there_already_are_each_served_by_some_core_and_each_core_serves(int sockets, int cores)
    {
        using var inherited = new ListeningSockets(sockets);
        if (_backend == Backend.Portable)
        {
            AssertRefused(inherited.Adopt());
            return;
        }
        await using var server = new ReactorHarness(_backend, cores: cores, targets: inherited.Adopt());
        Assert.Equal(inherited.EndPoint, server.Listener.EndPoint);
        var clients = new List<Socket>();
        for (int i = 0; i < 100; i++)
            clients.Add(await server.Connect());
        await AssertEchoes(clients);
        clients.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_file_of_a_unix_socket_that_another_opened_stays(int cores)
    {
        using var place = new SocketPlace();
        using var opened = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        opened.Bind(place.EndPoint);
        opened.Listen();
        if (_backend == Backend.Portable)
        {
            AssertRefused(ListeningSockets.Adopt([opened]));
            return;
        }
        await using (var server = new ReactorHarness(_backend, cores: cores, targets: ListeningSockets.Adopt([opened])))
        {
            using var client = await server.Connect();
            await AssertEchoes([client]);
        }
        Assert.True(File.Exists(place.Path));
    }

    private void AssertRefused(IReadOnlyList<ListenTarget> targets)
    {
        var refused = Assert.Throws<ListenException>(() => new ReactorHarness(_backend, targets: targets));
        Assert.Contains("epoll and io_uring take those of others", refused.Message, StringComparison.Ordinal);
        foreach (var target in targets)
            target.Close();
    }

    private static async Task AssertEchoes(IReadOnlyList<Socket> clients)
    {
        await Task.WhenAll(clients.Select((client, i) => client.SendAll(BitConverter.GetBytes(i))));
        for (int i = 0; i < clients.Count; i++)
            Assert.Equal(i, BitConverter.ToInt32(await clients[i].ReceiveExactly(4)));
    }
}
