using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

public abstract partial class Controller
{
    /// <summary>
    /// Sends the client to another page: 303 after a request that changes something, so that the next one is a GET (RFC 9110 §15.4.4),
    /// otherwise 302.
    /// </summary>
    /// <param name="path">A path of this site, from <c>Paths</c> say. What may not stand in a URL is percent-encoded; escapes stay as they
    /// are.</param>
    /// <param name="notice">A message for the next page: it went well.</param>
    /// <param name="alert">A message for the next page: it did not.</param>
    /// <param name="allowExternal">
    /// Whether <paramref name="path"/> may be an address elsewhere. Never when it comes from the request.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="path"/> leads elsewhere and that was not allowed.</exception>
    protected Result RedirectTo(string path, string? notice = null, string? alert = null, bool allowExternal = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!allowExternal && !LocalPath.Is(path))
        {
            throw new ArgumentException(
                $"\"{path}\" is not a path of this site; pass allowExternal: true to redirect elsewhere.",
                nameof(path)
            );
        }

        if (notice is not null)
            Flash["notice"] = notice;
        if (alert is not null)
            Flash["alert"] = alert;
        return Result.Redirect(PercentEncoding.EncodeUrl(path), HttpVerbs.IsSafe(Request.Verb) ? 302 : 303);
    }
}
