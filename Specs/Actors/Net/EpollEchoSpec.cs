using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

public sealed class EpollEchoSpec
{
    [Fact]
    public async Task EchoesOverARealSocket()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll });
        var listener = system.Listen(new IPEndPoint(IPAddress.Loopback, 0), new ListenerOptions(), _ => () => new EchoConnection());
        using var client = new TcpClient();
        await client.ConnectAsync(listener.EndPoint);
        var stream = client.GetStream();
        await stream.WriteAsync("hello"u8.ToArray());
        byte[] answer = new byte[5];
        await stream.ReadExactlyAsync(answer);
        Assert.Equal("hello"u8.ToArray(), answer);
        client.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(0, await stream.ReadAsync(answer));
    }
}
