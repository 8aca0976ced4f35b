using System.Text;

namespace Stryke.Web.Http.Multipart;

/// <summary>
/// The parameters behind a media type or a disposition: <c>; name=value; name="value"</c> (RFC 9110 §5.6.6). A quoted value is taken up to its closing quote and
/// no escape in it is resolved: browsers send a backslash as a backslash and a quote as <c>%22</c> (RFC 7578 §4.2). A backslash before the closing quote, where
/// readers that know escapes would go on, is refused.
/// </summary>
internal ref struct ContentParameters
{
    private ReadOnlySpan<byte> _rest;

    /// <param name="field">The whole value of the field; what stands before the first semicolon is passed over.</param>
    public ContentParameters(ReadOnlySpan<byte> field)
    {
        var first = field.IndexOf((byte)';');
        _rest = first < 0 ? default : field[first..];
    }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool IsMalformed { get; private set; }

    /// <summary>Goes to the next parameter; empty ones are passed over.</summary>
    /// <returns>False at the end, and where it cannot be read on.</returns>
    public bool Read()
    {
        while (true)
        {
            _rest = _rest.TrimStart(" \t"u8);
            if (_rest.IsEmpty)
            {
                return false;
            }

            if (_rest[0] != ';')
            {
                return Stop();
            }

            _rest = _rest[1..].TrimStart(" \t"u8);
            if (!_rest.IsEmpty && _rest[0] != ';')
            {
                return ReadOne();
            }
        }
    }

    /// <summary>True when the parameter has this name, in any case.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(Name, name);

    private bool ReadOne()
    {
        var name = TokenLength();
        if (name == 0 || name == _rest.Length || _rest[name] != '=')
        {
            return Stop();
        }

        Name = _rest[..name];
        _rest = _rest[(name + 1)..];
        return !_rest.IsEmpty && _rest[0] == '"' ? ReadQuoted() : ReadToken();
    }

    private bool ReadQuoted()
    {
        _rest = _rest[1..];
        var end = _rest.IndexOf((byte)'"');
        if (end < 0 || (end > 0 && _rest[end - 1] == '\\'))
        {
            return Stop();
        }

        Value = _rest[..end];
        _rest = _rest[(end + 1)..];
        return true;
    }

    private bool ReadToken()
    {
        var length = TokenLength();
        Value = _rest[..length];
        _rest = _rest[length..];
        return length > 0 || Stop();
    }

    private readonly int TokenLength()
    {
        var end = _rest.IndexOfAnyExcept(Grammar.Token);
        return end < 0 ? _rest.Length : end;
    }

    private bool Stop()
    {
        IsMalformed = true;
        return false;
    }
}
