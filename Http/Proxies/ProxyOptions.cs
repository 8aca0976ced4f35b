using System.Net;

namespace Stryke.Web.Http.Proxies;

/// <summary>
/// The proxies in front of the server, and the forwarding fields that they set. Those fields are ignored when anybody else sends
/// them. <c>[proxies]</c> of <c>config/server.toml</c> sets them.
/// </summary>
public sealed partial record ProxyOptions
{
    /// <summary>The addresses of the proxies. An IPv4 network is also met by its mapped IPv6 addresses.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>
    /// Whether clients of a Unix socket are proxies. They have no address; the permissions of the socket say who may connect.
    /// </summary>
    public bool TrustsUnixSockets { get; init; }

    /// <summary>Whether there is a proxy at all.</summary>
    public bool TrustsAnybody => Trusted.Count > 0 || TrustsUnixSockets;

    /// <summary>Which kind of fields is read. Default <see cref="ForwardingHeader.XForwarded"/>.</summary>
    public ForwardingHeader Header { get; init; }

    /// <summary>
    /// Which of the <c>X-Forwarded-*</c> fields are read. Default <see cref="XForwardedFields.For"/> and
    /// <see cref="XForwardedFields.Proto"/>. Name the others only if the proxy sets or removes them: otherwise it passes on what its client
    /// sends.
    /// </summary>
    public XForwardedFields XForwarded { get; init; } = XForwardedFields.For | XForwardedFields.Proto;
}
