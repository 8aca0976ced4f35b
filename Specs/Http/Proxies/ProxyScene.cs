using System.Net;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Http.Connections;

namespace Stryke.Web.Specs.Http.Proxies;

/// <summary>
/// A live server that answers with what it takes the client to be: address, scheme, host. The specs' client connects
/// from 127.0.0.1 and is the proxy.
/// </summary>
internal sealed class ProxyScene : IAsyncDisposable
{
    private readonly TestServer _server;

    private ProxyScene(Backend backend, ProxyOptions? proxies, Action<HttpExchange>? handle) =>
        _server = new TestServer(backend, handle ?? Tell, new HttpOptions { Proxies = proxies });

    public static ProxyScene Forwarded(Backend backend, params string[] trusted) =>
        new(backend, new ProxyOptions { Trusted = Networks(trusted), Header = ForwardingHeader.Forwarded }, null);

    public static ProxyScene XForwarded(
        Backend backend,
        string[] trusted,
        XForwardedFields fields = XForwardedFields.For | XForwardedFields.Proto | XForwardedFields.Host | XForwardedFields.Port
    ) => new(backend, new ProxyOptions { Trusted = Networks(trusted), XForwarded = fields }, null);

    public static ProxyScene With(Backend backend, ProxyOptions? proxies, Action<HttpExchange>? handle = null) =>
        new(backend, proxies, handle);

    public static IReadOnlyList<IPNetwork> Networks(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];

    public Task<TestClient> ConnectAsync() => _server.ConnectAsync();

    /// <summary>What the server takes the client to be when the proxy sends these fields, or the status of its refusal.</summary>
    public async Task<string> AskAsync(params string[] fields)
    {
        using var client = await _server.ConnectAsync();
        var answer = await client.AskAsync($"GET / HTTP/1.1\r\nHost: upstream:3000\r\n{string.Concat(fields.Select(f => f + "\r\n"))}\r\n");
        return answer.Status == 200 ? answer.Body : $"{answer.Status}";
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        if (_server.Faults.Count > 0)
            throw new InvalidOperationException(_server.Faults[0]);
    }

    private static void Tell(HttpExchange exchange)
    {
        var request = exchange.Request;
        Span<byte> address = stackalloc byte[65];
        string text = Encoding.ASCII.GetString(address[..request.FormatRemoteAddress(address)]);
        var remote = request.RemoteEndPoint;
        if ((remote?.Address.ToString() ?? "") != text)
            throw new InvalidOperationException($"{remote} and {text} are to be the same.");
        bool isPeer = remote is not null && remote.Equals(request.PeerEndPoint);
        string shown =
            remote is null ? "nobody"
            : isPeer ? "peer"
            : remote.Port == 0 ? text
            : remote.ToString();
        exchange.Response.Write($"{shown} {(request.IsHttps ? "https" : "http")} {Encoding.ASCII.GetString(request.Host)}");
        exchange.Complete();
    }
}
