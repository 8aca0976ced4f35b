namespace Stryke.Web.Http;

/// <summary>When a browser sends a cookie along with requests that come from other sites (RFC 6265bis §4.1.2.7).</summary>
public enum SameSite : byte
{
    /// <summary>No attribute is written; browsers treat it as <see cref="Lax"/>.</summary>
    Unspecified,

    /// <summary>Sent when the user follows a link to the site, not with embedded or posted requests from elsewhere.</summary>
    Lax,

    /// <summary>Sent only with requests that the site itself started.</summary>
    Strict,

    /// <summary>Always sent; the cookie must be <c>Secure</c>.</summary>
    None,
}
