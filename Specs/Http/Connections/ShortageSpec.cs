using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>Out of descriptors, as a client of HTTP sees it.</summary>
[Collection(nameof(DescriptorShortage))]
public sealed class ShortageSpec : IDisposable
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private const int Spare = 20;

    private readonly List<Socket> _clients = [];

    /// <summary>The portable backend spares none: it has no numbers to tell by.</summary>
    public static TheoryData<Backend> Backends => [Backend.Epoll, Backend.IoUring];

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_new_client_gets_503_while_all_are_busy_and_the_place_of_one_that_was_idle_for_long(Backend backend)
    {
        HttpExchange? held = null;
        using var shortage = new DescriptorShortage();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.Path == "/held")
                {
                    held = exchange;
                }
                else
                {
                    exchange.Complete();
                }
            },
            new HttpOptions { SpareDescriptors = Spare }
        );

        // Everything has run once before: the run time opens a file for each assembly that it needs for the first time.
        using (var first = Client())
        {
            Send(server, first, Get);
            Assert.StartsWith("HTTP/1.1 200 ", Read(first));
        }

        await server.HasConnections(0);
        var (busy, slow) = (Client(), Client());
        shortage.Leave(Spare + 2);

        // One that is being answered and one that has begun a head: neither is idle.
        Send(server, busy, "GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
        Send(server, slow, "GET / HTTP/1.1\r\n");
        await Eventually.Holds(() => server.Core.Run(() => held is not null && server.Core.ConnectionCount == 2), "both have been heard");
        Assert.StartsWith("HTTP/1.1 503 ", Ask(server));
        await server.Core.Run(() =>
        {
            held!.Complete();
            return true;
        });
        Assert.StartsWith("HTTP/1.1 200 ", Read(busy));

        // Now the first is idle, and in a while it will have been for long enough.
        await Eventually.Sees(() => Ask(server), answer => answer.StartsWith("HTTP/1.1 200 "), "a new client is served");
        Assert.Equal("", Read(busy));
        Send(server, slow, "Host: x\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", Read(slow));
        Assert.Single(server.Faults);
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private Socket Client()
    {
        var client = DescriptorShortage.NewSocket();
        _clients.Add(client);
        return client;
    }

    private string Ask(TestServer server)
    {
        var client = Client();
        Send(server, client, Get);
        string answer = Read(client);
        if (answer.StartsWith("HTTP/1.1 503 "))
        {
            Assert.Equal("", Read(client));
            client.Dispose();
        }

        return answer;
    }

    private static void Send(TestServer server, Socket client, string request)
    {
        if (!client.Connected)
        {
            client.Connect(server.EndPoint);
        }

        client.Send(Encoding.ASCII.GetBytes(request));
    }

    private static string Read(Socket client)
    {
        byte[] answer = new byte[1024];
        return Encoding.ASCII.GetString(answer, 0, client.Receive(answer));
    }
}
