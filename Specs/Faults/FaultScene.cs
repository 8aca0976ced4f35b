using System.Collections.Concurrent;
using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>
/// A core on which something goes wrong, and a bystander: a connection that is kept alive on the same core, and has
/// nothing to do with it. Whatever happens, the bystander goes on being answered, and when it is over nothing is left
/// of it.
/// </summary>
internal sealed class FaultScene : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = [];
    private TestClient _bystander = null!;
    private int _buffers;

    private FaultScene(
        Backend backend,
        Action<HttpExchange> handle,
        Func<HttpRequest, BodyPlan>? plan,
        int maxPendingOutputBytes,
        Action<Exception, HttpRequest>? onFault
    )
    {
        var options = new HttpOptions
        {
            MaxPendingOutputBytes = maxPendingOutputBytes,
            OnFault = onFault ?? ((fault, request) => _faults.Enqueue($"{HttpVerbs.Name(request.Verb)} {request.Path}: {fault.Message}")),
        };
        Server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.RawPath.SequenceEqual("/bystander"u8))
                {
                    exchange.Complete();
                }
                else
                {
                    handle(exchange);
                }
            },
            options,
            plan
        );
    }

    public TestServer Server { get; }

    /// <summary>What the server told of faults of the application: route and message.</summary>
    public IEnumerable<string> Faults => _faults;

    public static async Task<FaultScene> StartAsync(
        Backend backend,
        Action<HttpExchange> handle,
        Func<HttpRequest, BodyPlan>? plan = null,
        int maxPendingOutputBytes = 256 * 1024,
        Action<Exception, HttpRequest>? onFault = null
    )
    {
        var scene = new FaultScene(backend, handle, plan, maxPendingOutputBytes, onFault);
        scene._bystander = await scene.Server.ConnectAsync();
        await scene.BystanderIsServedAsync();
        scene._buffers = await scene.OutstandingAsync();
        return scene;
    }

    public Task<TestClient> ConnectAsync() => Server.ConnectAsync();

    /// <summary>The core has been around: whatever had arrived before was handled.</summary>
    public async Task BystanderIsServedAsync() =>
        Assert.Equal(200, (await _bystander.AskAsync("GET /bystander HTTP/1.1\r\nHost: x\r\n\r\n")).Status);

    /// <summary>A client leaves without a word: what it had not read is lost, and the server hears of it as a reset.</summary>
    public static void Reset(TestClient client)
    {
        client.Socket.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    /// <summary>Only the bystander is left, it is served, and every buffer is back.</summary>
    public async Task NothingIsLeftAsync()
    {
        await Server.HasConnections(1);
        await BystanderIsServedAsync();
        Assert.Equal(_buffers, await OutstandingAsync());
    }

    public ValueTask DisposeAsync()
    {
        _bystander?.Dispose();
        return Server.DisposeAsync();
    }

    private Task<int> OutstandingAsync() => Server.Core.Run(() => Server.Core.Buffers.Outstanding);
}
