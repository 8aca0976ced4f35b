using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>The house's promise about memory: a request that is answered inline allocates nothing, once the connection is warm.</summary>
public class AllocationSpec
{
    private const int Batch = 16;
    private const int Batches = 500;

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_request_allocates_nothing_in_steady_state(Backend backend)
    {
        // Kept by the application itself: a look from outside would be a message, and that allocates.
        long[] allocated = new long[2];
        var fixedLines = new HeaderLines("X-Frame-Options: DENY\r\n"u8);
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                var response = exchange.Response;
                if (exchange.Request.RawPath.SequenceEqual("/measure"u8))
                {
                    allocated[0] = allocated[1];
                    allocated[1] = GC.GetAllocatedBytesForCurrentThread();
                }

                response.SetContentType(MediaTypes.Text);
                response.AddHeaderLines(fixedLines);
                response.Write("Hello, World!"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        string request = "GET /plaintext HTTP/1.1\r\nHost: x\r\nAccept: text/plain\r\nConnection: keep-alive\r\n\r\n";
        byte[] pipelined = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(request, Batch)));
        await RunAsync(client, pipelined);
        await RunAsync(client, Encoding.ASCII.GetBytes(request), answers: 1);
        const string Measure = "GET /measure HTTP/1.1\r\nHost: x\r\n\r\n";
        await client.AskAsync(Measure);
        await client.AskAsync(Measure);
        await RunAsync(client, pipelined);
        await RunAsync(client, Encoding.ASCII.GetBytes(request), answers: 1);
        await client.AskAsync(Measure);

        // A core that sleeps and wakes may allocate a few bytes of its own; 8,500 requests may not.
        Assert.InRange(allocated[1] - allocated[0], 0, 256);
    }

    private static async Task RunAsync(TestClient client, byte[] requests, int answers = Batch)
    {
        for (int i = 0; i < Batches; i++)
        {
            await client.SendAsync(requests);
            for (int answer = 0; answer < answers; answer++)
            {
                Assert.Equal(200, (await client.ReadAsync()).Status);
            }
        }
    }
}
