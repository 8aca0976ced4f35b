namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Which kind of fields a proxy in front of the server sets. Only that kind is read, as the proxy passes on the other from its client.
/// </summary>
public enum ForwardingHeader
{
    /// <summary>The <c>X-Forwarded-*</c> fields that <see cref="ProxyOptions.XForwarded"/> names.</summary>
    XForwarded,

    /// <summary>The <c>Forwarded</c> field of RFC 7239.</summary>
    Forwarded,
}
