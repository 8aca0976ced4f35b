namespace Stryke.Web.Http;

/// <summary>
/// Reads a <c>Cookie</c> field: <c>name=value; name=value</c> (RFC 6265 §4.2.1). Values stay as they were sent, quotes included.
/// </summary>
public ref struct CookieReader
{
    private readonly ReadOnlySpan<byte> _field;
    private ReadOnlySpan<byte> _rest;

    /// <summary>Starts before the first cookie.</summary>
    /// <param name="field">The value of the field, such as <see cref="HttpRequest.Cookie"/>; may be empty.</param>
    public CookieReader(ReadOnlySpan<byte> field) => _field = _rest = field;

    /// <summary>The name of the current cookie.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value of the current cookie.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next cookie; parts without a name are skipped.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            int end = _rest.IndexOf((byte)';');
            var pair = Grammar.TrimWhitespace(end < 0 ? _rest : _rest[..end]);
            _rest = end < 0 ? default : _rest[(end + 1)..];
            int equals = pair.IndexOf((byte)'=');
            if (equals > 0)
            {
                Name = Grammar.TrimWhitespace(pair[..equals]);
                Value = Grammar.TrimWhitespace(pair[(equals + 1)..]);
                return true;
            }
        }

        Name = Value = default;
        return false;
    }

    /// <summary>
    /// Finds a cookie by its name, which is case-sensitive; the first one wins, as the most specific path comes first (RFC 6265 §5.4).
    /// </summary>
    public readonly bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var reader = new CookieReader(_field);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual(name))
            {
                value = reader.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
