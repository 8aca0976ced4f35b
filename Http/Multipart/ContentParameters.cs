using System.Text;

namespace Stryke.Web.Http.Multipart;

/// <summary>
/// The parameters behind a media type or a disposition: <c>; name=value; name="value"</c> (RFC 9110 §5.6.6). A quoted value is taken up to its closing quote and
/// no escape in it is resolved: browsers send a backslash as a backslash and a quote as <c>%22</c> (RFC 7578 §4.2).
/// </summary>
/// <remarks>
/// A backslash before a quote is either: the last character of a name, as browsers send it, or an escape of other clients. Only in a
/// <c>filename</c>, which a visitor chose, is it let pass, and what stands behind it says which of the two it is: a semicolon or the end
/// behind the first quote, or behind the first one without a backslash. Both cannot be, as quotes come in pairs and no other value may
/// have a backslash before a quote. Everywhere else it is refused.
/// </remarks>
internal ref struct ContentParameters
{
    private ReadOnlySpan<byte> _rest;
    private bool _isLookahead;

    /// <param name="field">The whole value of the field; what stands before the first semicolon is passed over.</param>
    public ContentParameters(ReadOnlySpan<byte> field)
    {
        int first = field.IndexOf((byte)';');
        _rest = first < 0 ? default : field[first..];
    }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Whether quotes and backslashes in the value are escaped by a backslash.</summary>
    public bool IsEscaped { get; private set; }

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
                return Fail();
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
        int name = TokenLength();
        if (name == 0 || name == _rest.Length || _rest[name] != '=')
        {
            return Fail();
        }

        Name = _rest[..name];
        _rest = _rest[(name + 1)..];
        return !_rest.IsEmpty && _rest[0] == '"' ? ReadQuoted() : ReadToken();
    }

    private bool ReadQuoted()
    {
        _rest = _rest[1..];
        IsEscaped = false;
        int end = _rest.IndexOf((byte)'"');
        if (end > 0 && _rest[end - 1] == '\\')
        {
            end = _isLookahead || !Is("filename"u8) ? -1 : EndOfFileName(end);
        }

        if (end < 0)
        {
            return Fail();
        }

        Value = _rest[..end];
        _rest = _rest[(end + 1)..];
        return true;
    }

    /// <summary>Where a file's name ends whose first quote stands behind a backslash; -1 where it cannot be told.</summary>
    private int EndOfFileName(int firstQuote)
    {
        if (CanReadRest(_rest[(firstQuote + 1)..]))
        {
            return firstQuote;
        }

        IsEscaped = true;
        for (int i = 0; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
            {
                return CanReadRest(_rest[(i + 1)..]) ? i : -1;
            }

            i += _rest[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static bool CanReadRest(ReadOnlySpan<byte> rest)
    {
        var parameters = new ContentParameters { _rest = rest, _isLookahead = true };
        while (parameters.Read()) { }

        return !parameters.IsMalformed;
    }

    private bool ReadToken()
    {
        IsEscaped = false;
        int length = TokenLength();
        Value = _rest[..length];
        _rest = _rest[length..];
        return length > 0 || Fail();
    }

    private readonly int TokenLength()
    {
        int end = _rest.IndexOfAnyExcept(Grammar.Token);
        return end < 0 ? _rest.Length : end;
    }

    private bool Fail()
    {
        IsMalformed = true;
        return false;
    }
}
