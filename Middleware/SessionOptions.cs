using System.Text;

namespace Stryke.Web.Middleware;

/// <summary>How sessions are kept in the visitor's cookie.</summary>
public sealed class SessionOptions
{
    private readonly string _cookieName = "_stryke_session";

    /// <summary>The cookie's name, <c>_stryke_session</c> unless told otherwise.</summary>
    public string CookieName
    {
        get => _cookieName;
        init
        {
            _cookieName = value;
            CookieNameUtf8 = Encoding.UTF8.GetBytes(value);
        }
    }

    /// <summary>
    /// How long a session lives after it was last renewed, 14 days unless told otherwise. The end is sealed into the cookie:
    /// the server refuses an older one, whatever the browser kept. A session in use is renewed when half of it has passed.
    /// </summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whether the browser shall keep the cookie when it is closed (<c>Max-Age</c>). It does not, unless told so.</summary>
    public bool Persistent { get; init; }

    internal byte[] CookieNameUtf8 { get; private init; } = "_stryke_session"u8.ToArray();
}
