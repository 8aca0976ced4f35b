using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>sd_listen_fds(3): what is no listening stream socket is refused with its descriptor and its name.</summary>
public sealed class InheritedSocketsSpec
{
    [Fact]
    public void Sockets_of_one_address_are_one_target()
    {
        using ListeningSockets one = new(2),
            two = new(1);
        IReadOnlyList<ListenTarget> targets = [.. one.Adopt(), .. two.Adopt()];
        Assert.Equal([one.EndPoint, two.EndPoint], targets.Select(target => target.EndPoint));
        Assert.All(targets, target => Assert.True(target is { IsInherited: true, IsExternallyOwned: true }));
        foreach (var target in targets)
            target.Close();
    }

    [Fact]
    public void A_socket_that_does_not_listen_is_refused()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Refuses((int)socket.Handle, "is a socket that does not listen (systemd: Accept=no is wanted)");
    }

    [Fact]
    public void A_socket_for_datagrams_is_refused()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Refuses((int)socket.Handle, "is a socket for datagrams");
    }

    [Fact]
    public void A_file_is_refused()
    {
        using var file = File.OpenHandle("/dev/null");
        Refuses((int)file.DangerousGetHandle(), "is not a socket");
    }

    [Fact]
    public void A_descriptor_that_is_not_open_is_refused() => Refuses(19_999, "is not open");

    private static void Refuses(int fd, string complaint)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => InheritedSockets.Adopt([(fd, "blog.socket")]));
        Assert.Equal(
            $"The descriptor {fd} (\"blog.socket\") {complaint}; expected a stream socket that listens, by TCP or at a Unix path.",
            refusal.Message
        );
    }
}
