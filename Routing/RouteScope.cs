namespace Stryke.Web.Routing;

/// <summary>
/// What <c>Member</c>, <c>Collection</c> and <c>Namespace</c> hand to their lambda in <see cref="RouteMap.Draw"/>: routes by verb.
/// </summary>
public abstract class RouteScope
{
    private protected RouteScope() { }

    /// <summary>Routes <c>GET</c> to <paramref name="action"/>; it answers HEAD, too.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Get(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>POST</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Post(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>PUT</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Put(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>PATCH</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Patch(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>DELETE</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Delete(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>
    /// Routes <c>OPTIONS</c> to <paramref name="action"/>. Without such a route the server answers it itself: 204 with <c>Allow</c>.
    /// </summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    public void Options(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }
}
