namespace Stryke.Web.Http.Proxies;

/// <summary>Which fields a proxy in front of the server sets. Only these are read: a proxy that sets one kind passes the other through from its client.</summary>
public enum ForwardingHeader
{
    /// <summary>The <c>X-Forwarded-*</c> fields that <see cref="ProxyOptions.XForwarded"/> names.</summary>
    XForwarded,

    /// <summary>The <c>Forwarded</c> field of RFC 7239.</summary>
    Forwarded,
}
