using System.Net;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http;
using Stryke.Web.Http.Connections;
using Stryke.Web.Http.Http1;
using Stryke.Web.Specs.Http.Http1;

namespace Stryke.Web.Specs.Http;

/// <summary>
/// Runs exchanges without a socket: request bytes in, response bytes out, by the same reader and writer that
/// connections use. One harness is one connection; <see cref="HttpExchange.State"/> stays from run to run. Where a core
/// is needed, give one and call from it (<see cref="Core.Run"/>).
/// </summary>
public sealed class ExchangeHarness : IExchangeOwner
{
    /// <summary>The Date of every answer: Sun, 06 Nov 1994 08:49:37 GMT.</summary>
    public const long UnixSeconds = 784111777;

    private readonly HttpOptions _options;
    private readonly PooledBuffer _output;
    private TaskCompletionSource<ReceivedResponse>? _completed;

    public ExchangeHarness(Core? core = null, HttpOptions? options = null)
    {
        _options = options ?? new HttpOptions();
        Pool = core?.Buffers ?? new BufferPool();
        _output = new PooledBuffer(Pool);
        Exchange = new HttpExchange(core, this, new HttpResponse(_output, Pool, new ResponseHeads(_options.ServerName)));
    }

    public HttpExchange Exchange { get; }

    public BufferPool Pool { get; }

    public IPEndPoint? RemoteEndPoint { get; set; } = new(IPAddress.Loopback, 4711);

    public bool IsEncrypted { get; set; }

    /// <summary>Runs an application that completes before it returns.</summary>
    /// <param name="request">The whole request, for example <c>GET / HTTP/1.1\r\nHost: x\r\n\r\n</c>.</param>
    /// <param name="handle">The application.</param>
    public ReceivedResponse Run(string request, Action<HttpExchange> handle)
    {
        var response = RunAsync(request, handle);
        return response.IsCompleted
            ? response.GetAwaiter().GetResult()
            : throw new InvalidOperationException("The application did not complete the exchange.");
    }

    /// <summary>Runs an application that may complete later.</summary>
    public Task<ReceivedResponse> RunAsync(string request, Action<HttpExchange> handle)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(request);
        var reader = new RequestReader(_options, new RecentFields());
        var status = reader.ReadWhole(bytes, 0, bytes.Length, Exchange.Request, _options.MaxBodyBytes);
        if (status != ParseStatus.Complete)
        {
            throw new ArgumentException($"Not a whole request: {reader.Error?.ToString() ?? "incomplete"}.", nameof(request));
        }

        _completed = new TaskCompletionSource<ReceivedResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        Exchange.Begin();
        handle(Exchange);
        if (Exchange.IsInFlight)
        {
            Exchange.Defer();
        }
        else
        {
            OnExchangeCompleted();
        }

        return _completed.Task;
    }

    /// <inheritdoc/>
    public void OnExchangeCompleted()
    {
        bool isHead = Exchange.Request.Head.Verb == HttpVerb.Head;
        Exchange.Response.WriteHead(isHead, ConnectionField.None, UnixSeconds);
        Exchange.End();
        var response = ReceivedResponse.Parse(_output.Written(), isHead);
        _output.Release();
        _completed!.SetResult(response);
    }
}
