namespace Stryke.Web.Controllers;

/// <summary>
/// Whether a redirect stays on this site. A place that came from a request and leads elsewhere is how visitors are lured to a copy of
/// the site (CWE-601).
/// </summary>
internal static class LocalPath
{
    /// <summary>
    /// A path of this site: it starts with one slash. Two slashes name another host (RFC 3986 §4.2), and browsers take a backslash for a
    /// slash and drop tabs and line ends (URL Standard, "URL parsing"), so none of these may be in it.
    /// </summary>
    public static bool Is(string path)
    {
        if (path.Length == 0 || path[0] != '/')
            return false;
        if (path.Length > 1 && path[1] is '/')
            return false;
        foreach (char c in path)
        {
            if (c is '\\' or < ' ' or '\x7F')
                return false;
        }
        return true;
    }
}
