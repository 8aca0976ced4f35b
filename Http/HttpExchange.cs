using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Connections;

namespace Stryke.Web.Http;

/// <summary>
/// One request and its answer. A core has a few of them, which it uses again: a connection holds one from the first byte of a request until it is idle.
/// </summary>
public sealed class HttpExchange
{
    private static readonly SendOrPostCallback CompleteAtHome = static exchange => ((HttpExchange)exchange!).CompleteOnCore();

    private readonly Core? _core;
    private IExchangeOwner _owner;
    private ExchangePhase _phase;
    private RequestBody? _body;
    private IDisposable? _belonging;

    internal HttpExchange(Core? core, IExchangeOwner owner, HttpResponse response)
    {
        _core = core;
        _owner = owner;
        Request = new HttpRequest(owner);
        Response = response;
    }

    /// <summary>The core that the connection lives on.</summary>
    /// <exception cref="InvalidOperationException">The exchange is run without a core.</exception>
    public Core Core => _core ?? throw new InvalidOperationException("This exchange belongs to no core.");

    /// <summary>The request; valid until <see cref="Complete"/>, and with a streamed answer until that has ended.</summary>
    public HttpRequest Request { get; }

    /// <summary>
    /// The body of the request, to be read: as it arrives where <see cref="IHttpApplication.PlanBody"/> said so, and otherwise out of
    /// <see cref="HttpRequest.Body"/>. Valid as long as the request.
    /// </summary>
    public RequestBody RequestBody => _body ??= new BufferedBody(Request);

    /// <summary>The answer; may be written until <see cref="Complete"/>.</summary>
    public HttpResponse Response { get; }

    /// <summary>Whatever the application keeps with the exchange. It stays from request to request: reset it, do not make it anew.</summary>
    public object? State { get; set; }

    /// <summary>
    /// Disposes of what belongs to the request, once, when nothing can ask for it any more: its answer has been written to the end, or the client has gone and
    /// the application has done with it. Called on the core.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request has something already.</exception>
    public void DisposeAtEnd(IDisposable belonging)
    {
        if (_belonging is not null)
        {
            throw new InvalidOperationException("One thing belongs to a request; let it hold the others.");
        }

        _belonging = belonging;
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

    /// <summary>True once the answer of the current request was given.</summary>
    public bool IsCompleted => _phase is ExchangePhase.Completed or ExchangePhase.Streaming or ExchangePhase.Idle;

    /// <summary>
    /// The answer is whole, or its <see cref="ResponseSource"/> is set: it is sent, after those of earlier requests. To be called once a request; from
    /// another thread it is carried home to the core first. Nothing happens when the connection has ended meanwhile.
    /// </summary>
    /// <exception cref="InvalidOperationException">The request was answered already.</exception>
    public void Complete()
    {
        if (Core.Current == _core)
        {
            CompleteOnCore();
        }
        else
        {
            Core.Post(CompleteAtHome, this);
        }
    }

    /// <summary>When the request began, for whoever observes; 0 where nobody does, and between requests.</summary>
    internal long StartedAt { get; set; }

    /// <summary>Whether observers know that it has started.</summary>
    internal bool IsAnnounced { get; set; }

    internal bool FollowsTraces { get; init; }

    /// <summary>The status of an answer that is being streamed: the response has forgotten it.</summary>
    internal int StreamedStatus { get; set; }

    internal bool IsInFlight => _phase is ExchangePhase.Handling or ExchangePhase.Deferred or ExchangePhase.Streaming;

    /// <summary>A connection takes the exchange into use.</summary>
    internal void Attach(IExchangeOwner owner, OutputBuffer output)
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
        Response.SetAside();
    }

    /// <summary>The application failed: the answer is the server's own.</summary>
    internal void Fail() => _phase = ExchangePhase.Completed;

    /// <summary>The head of the answer is written, and its source writes the body.</summary>
    internal void BeginStreaming() => _phase = ExchangePhase.Streaming;

    /// <summary>The answer is written and the request is gone.</summary>
    internal void End()
    {
        _phase = ExchangePhase.Idle;
        _body = null;
        StartedAt = 0;
        DisposeOfBelonging();
        Request.Reset();
    }

    /// <summary>The connection ended under the application, which may go on to use the exchange: nobody else does.</summary>
    internal void Abandon()
    {
        if (_phase == ExchangePhase.Streaming)
        {
            // It was completed already, and is not going to be once more.
            Response.Release();
            DisposeOfBelonging();
        }

        _phase = ExchangePhase.Abandoned;
        _owner = new FormerOwner(_owner);
        Request.Detach(_owner);
        Response.SetAside();
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
                DisposeOfBelonging();
                break;
            default:
                throw new InvalidOperationException("The request was answered already.");
        }
    }

    private void DisposeOfBelonging()
    {
        var belonging = _belonging;
        _belonging = null;
        belonging?.Dispose();
    }
}
