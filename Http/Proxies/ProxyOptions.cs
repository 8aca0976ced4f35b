using System.Net;

namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Who may say on whose behalf a request comes: the proxies in front of the server, and the fields that they set. What anybody else says of
/// it is ignored. <c>[proxies]</c> of <c>config/server.toml</c> sets them.
/// </summary>
public sealed partial record ProxyOptions
{
    /// <summary>The addresses of the proxies. An IPv4 network is also met by its mapped IPv6 addresses.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>
    /// Whether whoever connects by a Unix socket is a proxy: it has no address, and who may connect is a matter of the socket's
    /// permissions.
    /// </summary>
    public bool TrustsUnixSockets { get; init; }

    /// <summary>Whether there is a proxy at all.</summary>
    public bool TrustsAnybody => Trusted.Count > 0 || TrustsUnixSockets;

    /// <summary>Which kind of fields is read. Default <see cref="ForwardingHeader.XForwarded"/>.</summary>
    public ForwardingHeader Header { get; init; }

    /// <summary>
    /// Which of the <c>X-Forwarded-*</c> fields are read. Default <see cref="XForwardedFields.For"/> and
    /// <see cref="XForwardedFields.Proto"/>: hardly a proxy sets the others unasked, and one that does not passes on what its client has
    /// made up.
    /// </summary>
    public XForwardedFields XForwarded { get; init; } = XForwardedFields.For | XForwardedFields.Proto;
}
