using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Connections;

namespace Stryke.Web.Http;

/// <summary>
/// A request and its response. Exchanges are reused: a connection takes one with the first byte of a request and returns it when it is
/// idle.
/// </summary>
public sealed class HttpExchange
{
    private static readonly SendOrPostCallback CompletePosted = static exchange => ((HttpExchange)exchange!).CompleteOnCore();

    private readonly Core? _core;
    private IExchangeOwner _owner;
    private ExchangePhase _phase;
    private RequestBody? _body;
    private IDisposable? _disposable;

    internal HttpExchange(Core? core, IExchangeOwner owner, HttpResponse response)
    {
        _core = core;
        _owner = owner;
        Request = new HttpRequest(owner);
        Response = response;
    }

    /// <summary>The core that the connection lives on.</summary>
    /// <exception cref="InvalidOperationException">The exchange is run without a core.</exception>
    public Core Core => _core ?? throw new InvalidOperationException("This exchange does not run on a core.");

    /// <summary>The request. Valid until <see cref="Complete"/>, or until a streamed response has ended.</summary>
    public HttpRequest Request { get; }

    /// <summary>
    /// Reads the body of the request: as it arrives if <see cref="IHttpApplication.PlanBody"/> asked for that, else from
    /// <see cref="HttpRequest.Body"/>. Valid as long as the request.
    /// </summary>
    public RequestBody RequestBody => _body ??= new BufferedBody(Request);

    /// <summary>The response. Can be written until <see cref="Complete"/>.</summary>
    public HttpResponse Response { get; }

    /// <summary>
    /// An object that the application keeps with the exchange. It stays from request to request: reset it and use it again.
    /// </summary>
    public object? State { get; set; }

    /// <summary>
    /// Registers an object that is disposed of once, on the core, when the request has ended: its response was written to the end, or the
    /// client has disconnected and the application has completed the exchange.
    /// </summary>
    /// <exception cref="InvalidOperationException">An object is registered already.</exception>
    public void RegisterForDispose(IDisposable disposable)
    {
        if (_disposable is not null)
        {
            throw new InvalidOperationException("An object is registered for this request already: register one that disposes of both.");
        }

        _disposable = disposable;
    }

    /// <summary>
    /// Makes the request's trace the current one (<see cref="CurrentTrace"/>) for what is called from here on, where the server
    /// follows traces (<see cref="HttpOptions.FollowsTraces"/>). For those who run a part of a request later.
    /// </summary>
    public void EnterTrace()
    {
        if (FollowsTraces)
        {
            CurrentTrace.Value = Request.Trace;
        }
    }

    /// <summary>True once the current request was completed.</summary>
    public bool IsCompleted => _phase is ExchangePhase.Completed or ExchangePhase.Streaming or ExchangePhase.Idle;

    /// <summary>
    /// Sends the response, after those of earlier requests: its body is whole, or its <see cref="ResponseSource"/> is set. Call it once per
    /// request, from any thread: it runs on the core. Does nothing when the connection has ended meanwhile.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request was completed already.</exception>
    public void Complete()
    {
        if (Core.Current == _core)
        {
            CompleteOnCore();
        }
        else
        {
            Core.Post(CompletePosted, this);
        }
    }

    /// <summary>When the request began, for the observer. 0 without an observer, and between requests.</summary>
    internal long StartedAt { get; set; }

    /// <summary>Whether observers know that it has started.</summary>
    internal bool IsAnnounced { get; set; }

    internal bool FollowsTraces { get; init; }

    /// <summary>The status of a response that is being streamed: the response itself was reset.</summary>
    internal int StreamedStatus { get; set; }

    internal bool IsInFlight => _phase is ExchangePhase.Handling or ExchangePhase.Deferred or ExchangePhase.Streaming;

    /// <summary>Attaches the exchange to a connection.</summary>
    internal void Attach(IExchangeOwner owner, PooledBuffer output)
    {
        _owner = owner;
        Request.Attach(owner);
        Response.Attach(output);
    }

    /// <summary>The application is being called.</summary>
    internal void Begin() => _phase = ExchangePhase.Handling;

    /// <summary>The application is about to be called with the head only.</summary>
    internal void Begin(RequestBody body)
    {
        _body = body;
        _phase = ExchangePhase.Handling;
    }

    /// <summary>The application returned and will complete later.</summary>
    internal void Defer()
    {
        _phase = ExchangePhase.Deferred;
        Response.DetachBody();
    }

    /// <summary>The application threw: the server itself responds.</summary>
    internal void Fail() => _phase = ExchangePhase.Completed;

    /// <summary>The head of the response is written, and its source writes the body.</summary>
    internal void BeginStreaming() => _phase = ExchangePhase.Streaming;

    /// <summary>The response is written, and the request is reset.</summary>
    internal void End()
    {
        _phase = ExchangePhase.Idle;
        _body = null;
        StartedAt = 0;
        DisposeRegistered();
        Request.Reset();
    }

    /// <summary>The connection has ended, and the application may still use the exchange. It is not reused.</summary>
    internal void Abandon()
    {
        if (_phase == ExchangePhase.Streaming)
        {
            // It was completed already, and is not completed again.
            Response.Release();
            DisposeRegistered();
        }

        _phase = ExchangePhase.Abandoned;
        _owner = new DetachedOwner(_owner);
        Request.Detach(_owner);
        Response.DetachBody();
    }

    private void CompleteOnCore()
    {
        switch (_phase)
        {
            case ExchangePhase.Handling:
                _phase = ExchangePhase.Completed;
                break;
            case ExchangePhase.Deferred:
                _phase = ExchangePhase.Completed;
                _owner.OnExchangeCompleted();
                break;
            case ExchangePhase.Abandoned:
                Response.Release();
                DisposeRegistered();
                break;
            default:
                throw new InvalidOperationException("The request was completed already.");
        }
    }

    private void DisposeRegistered()
    {
        var disposable = _disposable;
        _disposable = null;
        disposable?.Dispose();
    }
}
