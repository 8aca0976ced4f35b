using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Native;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Uring;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class ActorSystemSpec
{
    [Fact]
    public async Task By_default_there_is_one_pinned_core_for_each_CPU_that_the_process_may_use()
    {
        await using var system = ActorSystem.Start();
        Assert.Equal(Affinity.AllowedCpus(), system.Cores.Select(core => core.Cpu));
        foreach (var core in system.Cores)
            Assert.Equal([core.Cpu], await core.Run(Affinity.AllowedCpus));
    }

    [Fact]
    public async Task Auto_takes_io_uring_where_it_works_and_says_why_it_did_not()
    {
        string? refusal = UringProbe.Refusal();
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0] });
        Assert.Equal(refusal is null ? Backend.IoUring : Backend.Epoll, system.Backend);
        Assert.Equal(refusal, system.BackendReason);
    }

    [Fact]
    public async Task What_was_asked_for_is_taken()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll, Cpus = [0] });
        Assert.Equal(Backend.Epoll, system.Backend);
        Assert.Null(system.BackendReason);
    }

    [Fact]
    public async Task The_portable_backend_pins_no_thread()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Portable });
        Assert.Equal(Backend.Portable, system.Backend);
        Assert.Null(system.BackendReason);
        Assert.Equal(Environment.ProcessorCount, system.Cores.Count);
        int[] allowed = Affinity.AllowedCpus();
        foreach (var core in system.Cores)
            Assert.Equal(allowed, await core.Run(Affinity.AllowedCpus));
    }

    [Fact]
    public async Task Stopping_twice_is_stopping_once()
    {
        var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0, 0] });
        await Task.WhenAll(system.StopAsync(TimeSpan.FromSeconds(1)), system.StopAsync(TimeSpan.Zero));
        await system.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() =>
            system.Listen(new IPEndPoint(IPAddress.Loopback, 0), new ListenerOptions(), _ => null!)
        );
    }

    [Fact]
    public async Task A_factory_that_fails_fails_the_listener()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0] });
        Assert.Throws<FormatException>(() =>
            system.Listen(new IPEndPoint(IPAddress.Loopback, 0), new ListenerOptions(), _ => throw new FormatException())
        );
    }

    [Fact]
    public async Task An_address_of_another_machine_is_refused()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0] });
        // RFC 5737 §3: an address that no machine has.
        var error = Assert.Throws<ListenException>(() =>
            system.Listen(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0), new ListenerOptions(), _ => null!)
        );
        Assert.Equal(System.Net.Sockets.SocketError.AddressNotAvailable, error.Error);
        Assert.StartsWith("192.0.2.1:0 cannot be listened on: ", error.Message, StringComparison.Ordinal);
    }
}
