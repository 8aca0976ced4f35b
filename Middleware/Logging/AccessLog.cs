using Stryke.Web.Actors;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// Writes a line for each request of one core, when its exchange has ended: also for those that the server refused and that the client
/// abandoned. Allocates nothing. The default value writes nothing.
/// </summary>
public readonly struct AccessLog : IExchangeObserver
{
    private readonly LogBuffer? _buffer;
    private readonly AccessLogOptions _options;
    private readonly JsonAccessLine? _json;
    private readonly byte[] _line;

    /// <param name="core">The core that it observes.</param>
    /// <param name="log">Where lines go; its format says what they look like. Not <see cref="LogWriter.Discard"/>.</param>
    /// <param name="options">What they tell.</param>
    public AccessLog(Core core, LogWriter log, AccessLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(log);
        _buffer = log.BufferOf(core);
        _options = options;
        _json = log.Format == LogFormat.Json ? new JsonAccessLine(core.Index) : null;
        _line = new byte[_json is null ? TextAccessLine.MaxBytes : JsonAccessLine.MaxBytes];
    }

    /// <summary>Makes the access log of one core.</summary>
    /// <param name="core">The core that it observes.</param>
    /// <param name="log">Where lines go.</param>
    /// <param name="options">What they tell; null for no access log, which is the default value.</param>
    public static AccessLog On(Core core, LogWriter log, AccessLogOptions? options) =>
        options is null ? default : new AccessLog(core, log, options);

    /// <summary>Makes the access logs of a server that nobody else observes; null when there are none.</summary>
    /// <param name="log">Where lines go.</param>
    /// <param name="options">What they tell; null for no access log.</param>
    public static Func<Core, AccessLog>? For(LogWriter log, AccessLogOptions? options) =>
        options is null ? null : core => new AccessLog(core, log, options);

    /// <summary>Does nothing: a line is written at the end.</summary>
    public void OnExchangeStarted(HttpExchange exchange) { }

    /// <inheritdoc/>
    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end)
    {
        if (_buffer is null)
            return;
        ArgumentNullException.ThrowIfNull(exchange);
        int length = _json is null
            ? TextAccessLine.Write(_line, exchange.Request, end, _options)
            : _json.Write(_line, exchange.Request, end, _options);
        _buffer.Write(_line.AsSpan(0, length));
    }

    /// <summary>
    /// The path of a request that may have been refused for it. RFC 9112 §3.2: an absolute target is a path only when it was found to be
    /// one.
    /// </summary>
    internal static ReadOnlySpan<byte> PathOf(HttpRequest request, ExchangeOutcome outcome)
    {
        if (outcome != ExchangeOutcome.Refused)
            return request.RawPath;
        var target = request.Target;
        int query = target.IndexOf((byte)'?');
        return query < 0 ? target : target[..query];
    }

    /// <summary>The method that the application saw, or what was sent in its place.</summary>
    internal static ReadOnlySpan<byte> MethodOf(HttpRequest request) =>
        request.Verb == HttpVerb.Unknown ? request.MethodToken : HttpVerbs.Token(request.Verb);
}
