using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Middleware;

/// <summary>
/// What the app remembers of a visitor between requests: a few short texts by name, kept in the visitor's browser, sealed, so
/// that the visitor can neither read nor alter them. Keep ids here, not records: all of it must fit into one cookie.
/// </summary>
/// <remarks>
/// A cookie that was altered, is too old or comes from another app is an empty session. Written back by <see cref="Steps.Sessions"/>
/// when it was changed.
/// </remarks>
public sealed class Session
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    internal Session() { }

    /// <summary>How many values there are, those of the framework included (flash, CSRF secret).</summary>
    public int Count => _values.Count;

    /// <summary>The names of all values.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Whether it will be written back.</summary>
    public bool IsChanged { get; private set; }

    internal bool IsOpen { get; private set; }

    /// <summary>Whether the visitor sent a cookie of this name, whatever it was worth.</summary>
    internal bool CameWithCookie { get; private set; }

    internal Dictionary<string, string> Values => _values;

    /// <summary>A value by its name: null when there is none; setting null removes it. Names are case-sensitive.</summary>
    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                Remove(name);
            }
            else if (!_values.TryGetValue(name, out string? current) || !string.Equals(current, value, StringComparison.Ordinal))
            {
                _values[name] = value;
                IsChanged = true;
            }
        }
    }

    /// <summary>Whether there is a value of that name.</summary>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>A value by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => _values.TryGetValue(name, out value);

    /// <summary>Removes a value.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        if (!_values.Remove(name))
            return false;
        IsChanged = true;
        return true;
    }

    /// <summary>
    /// Forgets everything, the secret behind the visitor's form tokens included. Do it when somebody logs in or out, so that
    /// nothing which was known before is worth anything after.
    /// </summary>
    public void Reset()
    {
        if (_values.Count == 0)
            return;
        _values.Clear();
        IsChanged = true;
    }

    internal void Open(bool cameWithCookie)
    {
        _values.Clear();
        IsChanged = false;
        CameWithCookie = cameWithCookie;
        IsOpen = true;
    }

    /// <summary>Writes it back though nothing in it changed, so that it lives on.</summary>
    internal void Renew() => IsChanged = true;

    internal void Close() => IsOpen = false;
}
