using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers;

/// <summary>
/// Short messages that one request leaves for the next (<c>notice</c>, <c>alert</c>, or kinds of the app's own), kept in the session.
/// Reading gives what the request before left, and once read it is gone; writing is for the request after this one.
/// </summary>
public sealed class Flash
{
    private const string Prefix = "flash.";

    private readonly RequestContext _context;
    private Dictionary<string, string>? _now;

    internal Flash(RequestContext context) => _context = context;

    /// <summary>Reads the message that the request before this one left, or sets one for the next; null takes it back.</summary>
    /// <param name="kind"><c>notice</c>, <c>alert</c>, or a kind of the app's own.</param>
    public string? this[string kind]
    {
        get => Present().GetValueOrDefault(kind);
        set
        {
            Present();
            _context.Session[Prefix + kind] = value;
        }
    }

    /// <summary>Sets a message for the page that this request itself renders.</summary>
    public void Now(string kind, string message) => Present()[kind] = message;

    /// <summary>Leaves the messages that came with this request for the next one, too.</summary>
    public void Keep()
    {
        foreach (var (kind, message) in Present())
            _context.Session[Prefix + kind] = message;
    }

    /// <summary>Takes over what the request before left. The session is opened for it at the first use, not before.</summary>
    private Dictionary<string, string> Present()
    {
        if (_now is not null)
            return _now;
        _now = new Dictionary<string, string>(StringComparer.Ordinal);
        var session = _context.Session;
        foreach (string name in session.Names.ToArray())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            _now[name[Prefix.Length..]] = session[name]!;
            session.Remove(name);
        }
        return _now;
    }
}
