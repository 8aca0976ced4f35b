namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Fields of the <c>X-Forwarded-*</c> kind. Name only those that the proxy sets or removes: any other comes from the client.
/// </summary>
[Flags]
public enum XForwardedFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>X-Forwarded-For</c>: the addresses that the request came through.</summary>
    For = 1,

    /// <summary><c>X-Forwarded-Proto</c>: <c>http</c> or <c>https</c>.</summary>
    Proto = 2,

    /// <summary><c>X-Forwarded-Host</c>: the host that the client asked for.</summary>
    Host = 4,

    /// <summary><c>X-Forwarded-Port</c>: the port that the client asked on.</summary>
    Port = 8,
}
