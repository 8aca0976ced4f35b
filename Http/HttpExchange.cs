using Stryke.Web.Actors;
using Stryke.Web.Http.Connections;

namespace Stryke.Web.Http;

/// <summary>
/// One request and its answer. A connection has one exchange, which it uses again for each of its requests, one at a time.
/// </summary>
public sealed class HttpExchange
{
    private static readonly SendOrPostCallback CompleteAtHome = static exchange => ((HttpExchange)exchange!).CompleteOnCore();

    private readonly Core? _core;
    private readonly IExchangeOwner _owner;
    private ExchangePhase _phase;

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

    /// <summary>The request; valid until <see cref="Complete"/>.</summary>
    public HttpRequest Request { get; }

    /// <summary>The answer; may be written until <see cref="Complete"/>.</summary>
    public HttpResponse Response { get; }

    /// <summary>Whatever the application keeps with the connection. It stays from request to request: reset it, do not make it anew.</summary>
    public object? State { get; set; }

    /// <summary>True once the answer of the current request was given.</summary>
    public bool IsCompleted => _phase is ExchangePhase.Completed or ExchangePhase.Idle;

    /// <summary>
    /// The answer is whole: it is sent, after those of earlier requests. To be called once a request; from another thread it is carried
    /// home to the core first. Nothing happens when the connection has ended meanwhile.
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

    internal bool IsAbandoned => _phase == ExchangePhase.Abandoned;

    internal bool IsInFlight => _phase is ExchangePhase.Handling or ExchangePhase.Deferred;

    /// <summary>The application is being called.</summary>
    internal void Begin() => _phase = ExchangePhase.Handling;

    /// <summary>The application returned and will complete later.</summary>
    internal void Defer()
    {
        _phase = ExchangePhase.Deferred;
        Response.SetAside();
    }

    /// <summary>The application failed: the answer is the server's own.</summary>
    internal void Fail() => _phase = ExchangePhase.Completed;

    /// <summary>The answer was sealed and the request is gone.</summary>
    internal void End() => _phase = ExchangePhase.Idle;

    /// <summary>The connection ended under the application.</summary>
    internal void Abandon()
    {
        _phase = ExchangePhase.Abandoned;
        Request.Detach();
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
                break;
            default:
                throw new InvalidOperationException("The request was answered already.");
        }
    }
}
