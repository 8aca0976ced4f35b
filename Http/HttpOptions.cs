using System.Runtime.CompilerServices;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Http;

/// <summary>Limits and names of an HTTP server. Each limit says which status a client gets that exceeds it. <c>[limits]</c>
/// of <c>config/server.toml</c> sets them.</summary>
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
    /// Time for a request body, in milliseconds. Each byte that arrives extends it by what <see cref="MinBodyBytesPerSecond"/> allows. 408
    /// after it. Default 10 s.
    /// </summary>
    public long BodyTimeoutMs { get; init; } = 10_000;

    /// <summary>Slowest acceptable request body in bytes per second, beyond <see cref="BodyTimeoutMs"/>. Default 240.</summary>
    public int MinBodyBytesPerSecond { get; init; } = 240;

    /// <summary>
    /// Time that a connection may be idle between requests, in milliseconds; it is closed silently after it. Default 75 s.
    /// </summary>
    public long KeepAliveTimeoutMs { get; init; } = 75_000;

    /// <summary>
    /// How long an idle connection is kept for one more request when the server stops, in milliseconds: a client may be sending one. The
    /// response has <c>Connection: close</c>. Default 250 ms.
    /// </summary>
    public long DrainGraceMs { get; init; } = 250;

    /// <summary>
    /// Time in which a client must read at least a part of what was sent, in milliseconds. The connection is aborted after it. Default 30
    /// s.
    /// </summary>
    public long WriteTimeoutMs { get; init; } = 30_000;

    /// <summary>
    /// How long a connection goes on reading after an error, in milliseconds, so that the client can read the response (RFC 9112 §9.6).
    /// Default 2 s.
    /// </summary>
    public long LingerTimeoutMs { get; init; } = 2_000;

    /// <summary>
    /// Bytes of responses that may wait to be sent before a connection stops reading pipelined requests. Default 256 KiB.
    /// </summary>
    public int MaxPendingOutputBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// Slowest acceptable reading of a response, in bytes per second, checked every <see cref="WriteTimeoutMs"/>. The connection is aborted
    /// below it. Default 240.
    /// </summary>
    public int MinResponseBytesPerSecond { get; init; } = 240;

    /// <summary>
    /// Requests that a connection may send before it is closed, with <c>Connection: close</c> in the last response. Default 1,000,000.
    /// </summary>
    public int MaxRequestsPerConnection { get; init; } = 1_000_000;

    /// <summary>Open connections, over all cores; 503 above it. Default 65,536.</summary>
    public int MaxConnections { get; init; } = 65_536;

    /// <summary>
    /// Open connections from one address (an IPv6 address counts by its first 64 bits); 503 above it. 0 for no limit, as behind a proxy.
    /// Default 1024.
    /// </summary>
    public int MaxConnectionsPerAddress { get; init; } = 1024;

    /// <summary>
    /// Descriptors of the process that are reserved for the application, for its files and its database. When there are no others, each new
    /// connection closes one that has been idle for long, or gets 503 when there is none. Default 64.
    /// </summary>
    public int SpareDescriptors { get; init; } = 64;

    /// <summary>Connections that the kernel may hold for each core before they are accepted. Default 4096.</summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>Value of the <c>Server</c> header field; empty: none is sent. Default <c>Stryke</c>.</summary>
    public string ServerName { get; init; } = "Stryke";

    /// <summary>
    /// The proxies whose forwarding fields are trusted. Default null: none, the other end of the connection is the client.
    /// </summary>
    public ProxyOptions? Proxies { get; init; }

    /// <summary>
    /// Whether <see cref="Actors.Tracing.CurrentTrace"/> is kept for each request, for those who look at it. It costs each
    /// request an allocation. Default false.
    /// </summary>
    public bool FollowsTraces { get; init; }

    /// <summary>
    /// Called for each exception that <see cref="IHttpApplication.Handle"/> throws, after which the client gets a 500, and that a
    /// <see cref="ResponseSource"/> throws, after which the connection is aborted. Called on the core. Default: writes a line to standard
    /// error.
    /// </summary>
    public Action<Exception, HttpRequest> OnFault { get; init; } =
#pragma warning disable RS0030 // Standard error is the default for who sets no callback.
        static (fault, request) => Console.Error.WriteLine($"{HttpVerbs.Name(request.Verb)} {request.Path}: {fault}");
#pragma warning restore RS0030

    /// <summary>
    /// Called for each refusal because of a limit, with the request if its head has arrived. What it returns is added to the response; null
    /// adds nothing. Called on the core. Default null.
    /// </summary>
    public Func<LimitReached, HttpRequest?, string?>? OnLimit { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range; the message names it.</exception>
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
