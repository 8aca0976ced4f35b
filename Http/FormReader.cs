namespace Stryke.Web.Http;

/// <summary>
/// Reads <c>name=value&amp;name=value</c>: a query or an <c>application/x-www-form-urlencoded</c> body (URL Standard, urlencoded parsing).
/// Nothing is allocated until <see cref="Name"/> or <see cref="Value"/> is asked for.
/// <code>
/// var form = new FormReader(request.Body);
/// while (form.Read()) { use(form.Name, form.Value); }
/// </code>
/// </summary>
public ref struct FormReader
{
    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _name;
    private ReadOnlySpan<byte> _value;

    /// <summary>Starts before the first pair.</summary>
    /// <param name="encoded">A body, or a query without its question mark.</param>
    public FormReader(ReadOnlySpan<byte> encoded) => _rest = encoded;

    /// <summary>The name of the current pair as it was sent.</summary>
    public readonly ReadOnlySpan<byte> RawName => _name;

    /// <summary>The value of the current pair as it was sent; empty when there is no <c>=</c>.</summary>
    public readonly ReadOnlySpan<byte> RawValue => _value;

    /// <summary>The decoded name of the current pair.</summary>
    public readonly string Name => PercentEncoding.Decode(_name, plusIsSpace: true);

    /// <summary>The decoded value of the current pair.</summary>
    public readonly string Value => PercentEncoding.Decode(_value, plusIsSpace: true);

    /// <summary>Whether the current pair has this name, once decoded. Allocates nothing.</summary>
    /// <param name="name">UTF-8.</param>
    public readonly bool IsNamed(ReadOnlySpan<byte> name) => PercentEncoding.DecodesTo(_name, name, plusIsSpace: true);

    /// <summary>Goes to the next pair; empty ones are skipped.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            int end = _rest.IndexOf((byte)'&');
            var pair = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            int equals = pair.IndexOf((byte)'=');
            _name = equals < 0 ? pair : pair[..equals];
            _value = equals < 0 ? default : pair[(equals + 1)..];
            return true;
        }

        _name = _value = default;
        return false;
    }
}
