using System.Runtime.CompilerServices;
using Stryke.Web.Actors;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Http;

/// <summary>
/// Limits and names of an HTTP server. Each limit has the status that is answered when a client goes over it. <c>[limits]</c> of
/// <c>config/server.toml</c> sets them.
/// </summary>
public sealed partial record HttpOptions
{
    /// <summary>
    /// Largest request head (request line, header fields and the empty line) in bytes; 431 above it. At most 65,535. Default 32 KiB.
    /// </summary>
    public int MaxHeadBytes { get; init; } = 32 * 1024;

    /// <summary>Longest request target in bytes; 414 above it. Default 8 KiB.</summary>
    public int MaxTargetBytes { get; init; } = 8 * 1024;

    /// <summary>Most header fields in a request; 431 above it. Default 100.</summary>
    public int MaxHeaders { get; init; } = 100;

    /// <summary>What <see cref="MaxFields"/> is unless it is set.</summary>
    public const int DefaultMaxFields = 1000;

    /// <summary>
    /// Most fields in a form or a query; 400 above it. It holds where the application reads them: the server itself reads neither. Default
    /// 1000.
    /// </summary>
    public int MaxFields { get; init; } = DefaultMaxFields;

    /// <summary>The largest body that is ever read whole into memory: 256 MiB. Larger ones are streamed.</summary>
    public const int LargestBufferedBodyBytes = 1 << 28;

    /// <summary>
    /// Largest request body in bytes, after removal of the chunked coding, where the application does not say otherwise
    /// (<see cref="IHttpApplication.PlanBody"/>); 413 above it. At most <see cref="LargestBufferedBodyBytes"/>. Default 10 MiB.
    /// </summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Time for a whole request head, from its first byte, in milliseconds; 408 after it. Default 10 s.</summary>
    public long HeadTimeoutMs { get; init; } = 10_000;

    /// <summary>
    /// Time that a request body may take at no speed at all, in milliseconds; each byte that arrives lengthens it by what
    /// <see cref="MinBodyBytesPerSecond"/> allows. 408 after it. Default 10 s.
    /// </summary>
    public long BodyTimeoutMs { get; init; } = 10_000;

    /// <summary>Slowest acceptable request body in bytes per second, beyond <see cref="BodyTimeoutMs"/>. Default 240.</summary>
    public int MinBodyBytesPerSecond { get; init; } = 240;

    /// <summary>
    /// Time that a connection may be idle between requests, in milliseconds; it is closed silently after it. Default 75 s.
    /// </summary>
    public long KeepAliveTimeoutMs { get; init; } = 75_000;

    /// <summary>
    /// How long an idle connection is kept for one more request when the server stops, in milliseconds: a client may be sending it just
    /// then. It is answered with <c>Connection: close</c>. Default 250 ms.
    /// </summary>
    public long DrainGraceMs { get; init; } = 250;

    /// <summary>
    /// Time in which a client must take at least a part of what was sent to it, in milliseconds; the connection is aborted after it.
    /// Default 30 s.
    /// </summary>
    public long WriteTimeoutMs { get; init; } = 30_000;

    /// <summary>
    /// How long a connection that was answered with an error goes on reading what the client still sends, in milliseconds, so that the
    /// client can read the answer (RFC 9112 §9.6). Default 2 s.
    /// </summary>
    public long LingerTimeoutMs { get; init; } = 2_000;

    /// <summary>
    /// Answers in bytes that may wait to be sent before a connection stops reading further pipelined requests. Default 256 KiB.
    /// </summary>
    public int MaxPendingOutputBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// Slowest acceptable taking of an answer, in bytes per second, looked at every <see cref="WriteTimeoutMs"/>; the connection is aborted
    /// below it. Default 240.
    /// </summary>
    public int MinResponseBytesPerSecond { get; init; } = 240;

    /// <summary>
    /// Requests that a connection may send before it is closed, with <c>Connection: close</c> in the last answer. Default 1,000,000.
    /// </summary>
    public int MaxRequestsPerConnection { get; init; } = 1_000_000;

    /// <summary>Open connections, over all cores; 503 above it. Default 65,536.</summary>
    public int MaxConnections { get; init; } = 65_536;

    /// <summary>
    /// Open connections from one address, an IPv6 address counted by its first 64 bits; 503 above it; 0 for no limit of its own, as behind
    /// a proxy. Default 1024.
    /// </summary>
    public int MaxConnectionsPerAddress { get; init; } = 1024;

    /// <summary>
    /// Descriptors of the process that connections leave to the application, for its files and its database. Where there are no others, a
    /// connection that has been idle for long is closed for each new one; where there is none, the new one gets 503. Default 64.
    /// </summary>
    public int SpareDescriptors { get; init; } = 64;

    /// <summary>Connections that the kernel may hold for each core before they are accepted. Default 4096.</summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>Value of the <c>Server</c> header field; empty: none is sent. Default <c>Stryke</c>.</summary>
    public string ServerName { get; init; } = "Stryke";

    /// <summary>
    /// The proxies that may say for whom a request comes. Null, the default: nobody may, and the other end of the connection is the client.
    /// </summary>
    public ProxyOptions? Proxies { get; init; }

    /// <summary>
    /// Makes the observer of one core, which is told of the end of every exchange there; called once on each. Null, the default: nobody is
    /// told, and nothing is measured.
    /// </summary>
    public Func<Core, ExchangeObserver>? Observe { get; init; }

    /// <summary>
    /// Told of every exception that an application let out of <see cref="IHttpApplication.Handle"/>, when the client has a 500, and of a
    /// <see cref="ResponseSource"/> that failed, when the connection is being aborted. The request knows its
    /// <see cref="HttpRequest.Handler"/>. Called on the core, once a fault. Default: a line on standard error.
    /// </summary>
    public Action<Exception, HttpRequest> OnFault { get; init; } =
        static (fault, request) => Console.Error.WriteLine($"{HttpVerbs.Name(request.Verb)} {request.Path}: {fault}");

    /// <summary>
    /// Told of every refusal for a limit, with the request where its head has come. What it returns is added to the answer, for its author
    /// to read; null adds nothing. Called on the core. Null, the default: nobody is told.
    /// </summary>
    public Func<LimitReached, HttpRequest?, string?>? OnLimit { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside what the server can keep; names the limit.</exception>
    /// <exception cref="ArgumentException"><see cref="ServerName"/> cannot be sent in a header field.</exception>
    public void Validate()
    {
        Between(MaxHeadBytes, 128, ushort.MaxValue);
        Between(MaxTargetBytes, 1, ushort.MaxValue);
        Between(MaxHeaders, 1, 10_000);
        Between(MaxFields, 1, 1_000_000);
        Between(MaxBodyBytes, 0, LargestBufferedBodyBytes);
        Between(HeadTimeoutMs, 1, int.MaxValue);
        Between(BodyTimeoutMs, 1, int.MaxValue);
        Between(MinBodyBytesPerSecond, 1, int.MaxValue);
        Between(KeepAliveTimeoutMs, 1, int.MaxValue);
        Between(DrainGraceMs, 0, int.MaxValue);
        Between(WriteTimeoutMs, 1, int.MaxValue);
        Between(LingerTimeoutMs, 1, int.MaxValue);
        Between(MaxPendingOutputBytes, 1, 1 << 30);
        Between(MinResponseBytesPerSecond, 1, int.MaxValue);
        Between(MaxRequestsPerConnection, 1, int.MaxValue);
        Between(MaxConnections, 1, int.MaxValue);
        Between(MaxConnectionsPerAddress, 0, int.MaxValue);
        Between(SpareDescriptors, 0, int.MaxValue);
        Between(Backlog, 1, int.MaxValue);
        foreach (char c in ServerName)
        {
            if (c is < ' ' or > '~')
            {
                throw new ArgumentException("The Server field is printable ASCII (RFC 9110 §10.2.4).", nameof(ServerName));
            }
        }
    }

    private static void Between(long value, long low, long high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < low || value > high)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be between {low} and {high}.");
        }
    }
}
