using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Handover;
using Stryke.Web.Actors.Net.Uring;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net.Handover;

/// <summary>Listening sockets go from one system to the next one, and nobody who connects notices.</summary>
public sealed class HandoverSpec : IDisposable
{
    private readonly SocketPlace _place = new();
    private readonly SocketPlace _meeting = new();

    public static TheoryData<Backend> Backends => [Backend.Epoll, Backend.IoUring];

    public void Dispose()
    {
        _place.Dispose();
        _meeting.Dispose();
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task With_ever_other_numbers_of_cores_every_connection_is_served(Backend backend)
    {
        SkipWithout(backend);
        var failures = new ConcurrentQueue<Exception>();
        var (system, point, listener) = Begin(backend, cores: 2, predecessor: null);
        int served = 0;
        using var end = new CancellationTokenSource();
        Task[] clients =
        [
            .. listener.EndPoints.SelectMany(endPoint =>
                Enumerable
                    .Range(0, 3)
                    .Select(_ =>
                        Task.Run(async () =>
                        {
                            while (!end.IsCancellationRequested)
                            {
                                try
                                {
                                    using var client = await ReactorHarness.Connect(endPoint);
                                    await client.SendAll("hello"u8.ToArray());
                                    Assert.Equal("hello"u8.ToArray(), await client.ReceiveExactly(5));
                                    Interlocked.Increment(ref served);
                                }
                                catch (Exception failure)
                                {
                                    failures.Enqueue(failure);
                                }
                            }
                        })
                    )
            ),
        ];
        foreach (int cores in new[] { 3, 1, 4, 2, 1, 3 })
        {
            await WaitForMore(() => served);
            using var predecessor = Predecessor.TryConnect(_meeting.Path)!;
            Assert.Equal(Environment.ProcessId, predecessor.ProcessId);
            Assert.Equal(listener.EndPoints, predecessor.Targets.Select(target => target.EndPoint));
            var next = Begin(backend, cores, predecessor);
            await point.HandedOver;
            point.Dispose();
            await system.StopAsync(TimeSpan.FromMinutes(1));
            Assert.All(system.Cores, core => Assert.Equal(0, core.ConnectionCount));
            (system, point, listener) = next;
        }
        await WaitForMore(() => served);
        await end.CancelAsync();
        await Task.WhenAll(clients);
        Assert.Empty(failures);
        point.Dispose();
        await system.DisposeAsync();
        Assert.False(File.Exists(_place.Path));
        Assert.False(File.Exists(_meeting.Path));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_successor_that_ends_before_it_serves_changes_nothing(Backend backend)
    {
        SkipWithout(backend);
        var (system, point, listener) = Begin(backend, cores: 2, predecessor: null);
        await using var _ = system;
        for (int i = 0; i < 3; i++)
        {
            using var predecessor = Predecessor.TryConnect(_meeting.Path)!;
            foreach (var target in predecessor.Targets)
                target.Close();
        }
        foreach (var endPoint in listener.EndPoints)
        {
            using var client = await ReactorHarness.Connect(endPoint);
            await client.SendAll("still here"u8.ToArray());
            Assert.Equal("still here"u8.ToArray(), await client.ReceiveExactly(10));
        }
        Assert.False(point.HandedOver.IsCompleted);
        point.Dispose();
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_leaves_the_sockets_to_the_successor()
    {
        var (system, point, listener) = Begin(Backend.Epoll, cores: 1, predecessor: null);
        using var predecessor = Predecessor.TryConnect(_meeting.Path)!;
        point.Dispose();
        await system.DisposeAsync();
        await using var next = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll, Cpus = [0, 0] });
        next.Listen(predecessor.Targets, new ListenerOptions(), _ => () => new ScriptedConnection());
        Assert.False(predecessor.TakeOver());
        foreach (var endPoint in listener.EndPoints)
        {
            using var client = await ReactorHarness.Connect(endPoint);
            await client.SendAll("mine"u8.ToArray());
            Assert.Equal("mine"u8.ToArray(), await client.ReceiveExactly(4));
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_path_is_its_owners_and_goes_with_the_server()
    {
        var (system, point, _) = Begin(Backend.Epoll, cores: 1, predecessor: null);
        await using var __ = system;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_meeting.Path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_meeting.Path)!));
        point.Dispose();
        Assert.False(File.Exists(_meeting.Path));
    }

    [Fact]
    public async Task Where_a_server_answers_another_does_not_step_in_uninvited()
    {
        var (system, point, _) = Begin(Backend.Epoll, cores: 1, predecessor: null);
        await using var __ = system;
        Assert.Throws<AddressInUseException>(() => HandoverPoint.Prepare(_meeting.Path, replacesExisting: false));
        point.Dispose();
        HandoverPoint.Prepare(_meeting.Path, replacesExisting: false).Dispose();
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_meeting.Path)!));
    }

    [Fact]
    public void Nobody_there_is_no_predecessor()
    {
        Assert.Null(Predecessor.TryConnect(_meeting.Path));
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(_meeting.Path + ".dead"));
            File.Move(_meeting.Path + ".dead", _meeting.Path);
        }
        Assert.Null(Predecessor.TryConnect(_meeting.Path));
    }

    [Fact]
    public async Task Who_answers_in_another_language_is_no_predecessor()
    {
        using var other = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
        other.Bind(_meeting.EndPoint);
        other.Listen();
        var asking = Task.Run(() => Predecessor.TryConnect(_meeting.Path));
        using var peer = await other.AcceptAsync();
        await peer.SendAsync("hello"u8.ToArray());
        var refusal = await Assert.ThrowsAsync<HandoverException>(() => asking);
        Assert.Contains("another version", refusal.Message, StringComparison.Ordinal);
    }

    private (ActorSystem System, HandoverPoint Point, Listener Listener) Begin(Backend backend, int cores, Predecessor? predecessor)
    {
        var system = ActorSystem.Start(new ActorSystemOptions { Backend = backend, Cpus = new int[cores] });
        var point = HandoverPoint.Prepare(_meeting.Path, replacesExisting: predecessor is not null);
        var listener = system.Listen(
            predecessor?.Targets ?? [new IPEndPoint(IPAddress.Loopback, 0), new IPEndPoint(IPAddress.IPv6Loopback, 0), _place.EndPoint],
            new ListenerOptions(),
            _ => () => new ScriptedConnection { Draining = _ => { } }
        );
        Assert.True(predecessor?.TakeOver() ?? true);
        point.Open(listener, line => Assert.Contains("ended before it served", line, StringComparison.Ordinal));
        return (system, point, listener);
    }

    private static void SkipWithout(Backend backend)
    {
        string? refusal = backend == Backend.IoUring ? UringProbe.Refusal() : null;
        Assert.SkipWhen(refusal is not null, $"io_uring cannot be used here: {refusal}");
    }

    private static Task WaitForMore(Func<int> count)
    {
        int wanted = count() + 200;
        return Eventually.Sees(count, served => served >= wanted, $"{wanted} connections have been served");
    }
}
