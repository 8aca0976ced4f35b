using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers;

/// <summary>
/// The visitor's cookies. A plain one is whatever the browser sends; a signed one can be read but not altered by the visitor, an encrypted
/// one neither. What is set here goes out with the answer: HttpOnly, SameSite=Lax and, outside development or over https, Secure, unless
/// told otherwise. A cookie whose name begins with <c>__Host-</c> or <c>__Secure-</c> is always Secure, as browsers want it.
/// </summary>
public sealed class Cookies : IEnumerable<KeyValuePair<string, string>>
{
    private readonly RequestContext _context;
    private List<SetCookie>? _changes;

    internal Cookies(RequestContext context) => _context = context;

    /// <summary>The value of a cookie, decoded, or null: what was set in this request, else what the browser sent.</summary>
    public string? this[string name] => Raw(name) is { } raw ? PercentEncoding.Decode(Encoding.UTF8.GetBytes(raw)) : null;

    /// <summary>The names of all cookies: those that the browser sent, and those that were set in this request.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            var names = new List<string>();
            var sent = new CookieReader(_context.Request.Cookie);
            while (sent.Read())
                names.Add(Encoding.UTF8.GetString(sent.Name));
            return names.Concat((_changes ?? []).Select(change => change.Name)).Distinct().Where(name => Raw(name) is not null).ToList();
        }
    }

    /// <summary>
    /// Goes through all cookies, each with its value as <see cref="this[string]"/> gives it: a sealed one, the session's say, is what the
    /// browser sends.
    /// </summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (string name in Names)
            yield return new KeyValuePair<string, string>(name, this[name]!);
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Sets a cookie. The value is percent-encoded where a cookie cannot hold it as it is.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">Any text.</param>
    /// <param name="maxAge">How long the browser keeps it; until it closes when absent.</param>
    /// <param name="httpOnly">Whether it is hidden from scripts.</param>
    /// <exception cref="ArgumentException">The name is no token, or browsers would drop the cookie: name and encoded value have more than
    /// <see cref="SetCookie.MaxBytes"/>.</exception>
    public void Set(string name, string value, TimeSpan? maxAge = null, bool httpOnly = true) =>
        Add(name, PercentEncoding.Encode(value), maxAge, httpOnly);

    /// <summary>Makes the browser forget a cookie that was set here.</summary>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    public void Delete(string name) => Change(SetCookie.Delete(name));

    /// <summary>The value of a signed cookie, or null when there is none, it is too old, or somebody altered it.</summary>
    public string? Signed(string name) =>
        Raw(name) is { } raw && _context.Services.Keys.Signer(Purpose(name)).Verify(raw, Now()) is { } message
            ? Encoding.UTF8.GetString(message)
            : null;

    /// <summary>Sets a cookie that the visitor can read and not alter. Its signature ends with it.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">Any text.</param>
    /// <param name="maxAge">How long it holds; until the browser closes when absent.</param>
    /// <exception cref="ArgumentException">As for <see cref="Set"/>; the seal counts.</exception>
    public void SetSigned(string name, string value, TimeSpan? maxAge = null) =>
        Add(name, _context.Services.Keys.Signer(Purpose(name)).Sign(Encoding.UTF8.GetBytes(value), Expiry(maxAge)), maxAge, httpOnly: true);

    /// <summary>The value of an encrypted cookie, or null when there is none, it is too old, or somebody altered it.</summary>
    public string? Encrypted(string name) =>
        Raw(name) is { } raw && _context.Services.Keys.Sealer(Purpose(name)).Open(raw, Now()) is { } message
            ? Encoding.UTF8.GetString(message)
            : null;

    /// <summary>Sets a cookie that the visitor can neither read nor alter.</summary>
    /// <param name="name">A token.</param>
    /// <param name="value">Any text.</param>
    /// <param name="maxAge">How long it holds; until the browser closes when absent.</param>
    /// <exception cref="ArgumentException">As for <see cref="Set"/>; the seal counts.</exception>
    public void SetEncrypted(string name, string value, TimeSpan? maxAge = null) =>
        Add(name, _context.Services.Keys.Sealer(Purpose(name)).Seal(Encoding.UTF8.GetBytes(value), Expiry(maxAge)), maxAge, httpOnly: true);

    /// <summary>Writes what was set to the response.</summary>
    internal void Write()
    {
        foreach (var cookie in _changes ?? [])
            _context.Response.AddCookie(cookie);
    }

    // The name is part of the purpose: one cookie's value is worth nothing under the name of another.
    private static string Purpose(string name) => "cookie " + name;

    private long Now() => _context.Services.Clock.GetUtcNow().ToUnixTimeSeconds();

    private long Expiry(TimeSpan? maxAge) => maxAge is { } age ? Now() + (long)age.TotalSeconds : Security.MessageSealer.Never;

    private string? Raw(string name)
    {
        int change = _changes?.FindIndex(c => c.Name == name) ?? -1;
        if (change >= 0)
            return _changes![change].MaxAge <= TimeSpan.Zero ? null : _changes[change].Value;
        return new CookieReader(_context.Request.Cookie).TryGet(Encoding.UTF8.GetBytes(name), out var value)
            ? Encoding.UTF8.GetString(value)
            : null;
    }

    private void Add(string name, string value, TimeSpan? maxAge, bool httpOnly) =>
        Change(
            new SetCookie(name, value)
            {
                MaxAge = maxAge,
                HttpOnly = httpOnly,
                SameSite = SameSite.Lax,
                Secure =
                    _context.Request.IsHttps
                    || _context.Services.Environment != StrykeEnvironment.Development
                    || SetCookie.IsSecureName(name),
            }
        );

    private void Change(SetCookie cookie)
    {
        // Here, where the app's own line is the caller, and not when the answer is written.
        cookie.ThrowIfInvalid();
        _changes ??= [];
        _changes.RemoveAll(c => c.Name == cookie.Name);
        _changes.Add(cookie);
    }
}
