using System.Collections.Concurrent;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>
/// A server on each backend, shared by the clauses of one section. It mirrors what it understood: <c>METHOD path?query
/// host body</c>, each as the application saw it, so that a spec tells not only that a request was taken but as what.
/// </summary>
public sealed class LiveServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Backend, TestServer> _servers = [];
    private readonly ConcurrentQueue<string> _served = [];

    /// <summary>Paths of all requests that reached the application.</summary>
    public IEnumerable<string> Served => _served;

    internal TestServer On(Backend backend) => _servers.GetOrAdd(backend, Start);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
            Assert.Empty(server.Faults);
        }
    }

    private TestServer Start(Backend backend) =>
        new(
            backend,
            exchange =>
            {
                var request = exchange.Request;
                _served.Enqueue(Encoding.Latin1.GetString(request.RawPath));
                var response = exchange.Response;
                response.Write(request.MethodToken);
                response.Write(" "u8);
                response.Write(request.RawPath);
                if (!request.RawQuery.IsEmpty)
                {
                    response.Write("?"u8);
                    response.Write(request.RawQuery);
                }

                response.Write(" "u8);
                response.Write(request.Host);
                response.Write(" "u8);
                response.Write(request.Body);
                exchange.Complete();
            }
        );
}
