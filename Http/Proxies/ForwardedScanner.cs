using System.Text;

namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Takes a <c>Forwarded</c> field line apart, from the left, as quoted strings can be read in no other direction:
/// <c>1#forwarded-element</c>, <c>[ forwarded-pair ] *( ";" [ forwarded-pair ] )</c>, <c>token "=" ( token / quoted-string )</c> (RFC 7239
/// §4). White space around semicolons is accepted, as many senders write it.
/// </summary>
internal ref struct ForwardedScanner(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;
    private ForwardedElement _current;

    /// <summary>The element that was read.</summary>
    public readonly ForwardedElement Current => _current;

    /// <summary>Whether it ended at what is no element.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Reads the next element. Empty ones are skipped (RFC 9110 §5.6.1.2).</summary>
    /// <returns>False after the last one, and at what is none.</returns>
    public bool Read()
    {
        _current = default;
        bool isEmpty = true;
        while (true)
        {
            _rest = _rest.TrimStart(" \t"u8);
            if (!_rest.IsEmpty && _rest[0] is not ((byte)';' or (byte)','))
            {
                if (!TryReadPair())
                {
                    IsMalformed = true;
                    return false;
                }

                isEmpty = false;
                _rest = _rest.TrimStart(" \t"u8);
            }

            if (_rest.IsEmpty)
            {
                return !isEmpty;
            }

            byte delimiter = _rest[0];
            if (delimiter is not ((byte)';' or (byte)','))
            {
                IsMalformed = true;
                return false;
            }

            _rest = _rest[1..];
            if (delimiter == ',' && !isEmpty)
            {
                return true;
            }
        }
    }

    private bool TryReadPair()
    {
        var name = Token();
        if (name.IsEmpty || _rest.IsEmpty || _rest[0] != '=')
        {
            return false;
        }

        _rest = _rest[1..];
        if (!TryReadValue(out var value))
        {
            return false;
        }

        // Parameter names are compared without case, and none occurs twice in an element (RFC 7239 §4).
        return Ascii.EqualsIgnoreCase(name, "for"u8) ? Set(ref _current.For, value)
            : Ascii.EqualsIgnoreCase(name, "proto"u8) ? Set(ref _current.Proto, value)
            : !Ascii.EqualsIgnoreCase(name, "host"u8) || Set(ref _current.Host, value);
    }

    private static bool Set(ref ReadOnlySpan<byte> place, ReadOnlySpan<byte> value)
    {
        bool isFirst = place.IsEmpty;
        place = value;
        return isFirst && !value.IsEmpty;
    }

    private bool TryReadValue(out ReadOnlySpan<byte> value)
    {
        if (_rest.IsEmpty || _rest[0] != '"')
        {
            value = Token();
            return !value.IsEmpty;
        }

        for (int i = 1; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
            {
                value = _rest[1..i];
                _rest = _rest[(i + 1)..];
                return true;
            }

            i += _rest[i] == '\\' ? 1 : 0;
        }

        value = default;
        return false;
    }

    private ReadOnlySpan<byte> Token()
    {
        int end = _rest.IndexOfAnyExcept(Grammar.Token);
        var token = end < 0 ? _rest : _rest[..end];
        _rest = _rest[token.Length..];
        return token;
    }
}
