using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>One core that serves a function over a real socket.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly Listener _listener;

    public TestServer(
        Backend backend,
        Action<HttpExchange> handle,
        HttpOptions? options = null,
        Func<HttpRequest, BodyPlan>? plan = null,
        ListenTarget? target = null,
        Func<Core, IExchangeObserver>? observe = null
    )
    {
        try
        {
            System = ActorSystem.Start(
                new ActorSystemOptions
                {
                    Backend = backend,
                    Cpus = [0],
                    OnFault = (fault, where) => Faults.Add($"{where}: {fault}"),
                }
            );
        }
        catch (PlatformNotSupportedException refusal)
        {
            Assert.Skip($"{backend} is not to be had on this machine: {refusal.Message}");
            throw;
        }

        _listener = HttpServer.Start(
            System,
            [target ?? new IPEndPoint(IPAddress.Loopback, 0)],
            options ?? new HttpOptions(),
            _ => new Application(handle, plan ?? (static _ => BodyPlan.Default)),
            observe is null ? (Func<Core, Observer>?)null : core => new Observer(observe(core))
        );
    }

    /// <summary>All backends that a connection must behave the same on.</summary>
    public static TheoryData<Backend> Backends => [Backend.Epoll, Backend.IoUring, Backend.Portable];

    public ActorSystem System { get; }

    public IPEndPoint EndPoint => _listener.EndPoint;

    public Core Core => System.Cores[0];

    /// <summary>What the kernel caught of connections; a spec that expects none checks it.</summary>
    public List<string> Faults { get; } = [];

    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(_listener.EndPoints[0]);

    /// <summary>Waits until the core has so many connections.</summary>
    public Task HasConnections(int wanted) =>
        Eventually.Sees(() => Core.Run(() => Core.ConnectionCount), count => count == wanted, $"{wanted} connections are there");

    /// <summary>Waits until a stop has reached the core.</summary>
    public Task IsDraining() => Eventually.Holds(() => Core.Run(() => Core.IsDraining), "the core drains");

    public ValueTask DisposeAsync() => System.DisposeAsync();

    private readonly struct Observer(IExchangeObserver observer) : IExchangeObserver
    {
        public void OnExchangeStarted(HttpExchange exchange) => observer.OnExchangeStarted(exchange);

        public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) => observer.OnExchangeEnded(exchange, end);
    }

    private readonly struct Application(Action<HttpExchange> handle, Func<HttpRequest, BodyPlan> plan) : IHttpApplication
    {
        public BodyPlan PlanBody(HttpExchange exchange) => plan(exchange.Request);

        public void Handle(HttpExchange exchange) => handle(exchange);
    }

    /// <summary>Answers with method, path and body of the request.</summary>
    public static void Echo(HttpExchange exchange)
    {
        exchange.Response.SetContentType(MediaTypes.Text);
        exchange.Response.Write(exchange.Request.MethodToken);
        exchange.Response.Write(" "u8);
        exchange.Response.Write(exchange.Request.RawPath);
        exchange.Response.Write(" "u8);
        exchange.Response.Write(exchange.Request.Body);
        exchange.Complete();
    }
}
