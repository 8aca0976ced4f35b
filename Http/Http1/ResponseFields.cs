using System.Text;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// The header fields of an answer, encoded as they are added: <c>Name: value CR LF</c>, one after the other. Nothing that could end a line gets in, so that
/// no value can split the response (RFC 9110 §5.5).
/// </summary>
internal sealed class ResponseFields(BufferPool pool)
{
    private readonly ContentTypeLine _type = new();
    private readonly PooledBuffer _lines = new(pool);

    /// <summary>Bytes of all lines, each with its CR LF.</summary>
    public int Length => _type.Encoded.Length + _lines.Length;

    /// <summary>Whether there is nothing, or nothing but what <see cref="SetContentType"/> set.</summary>
    public bool HasOnlyContentType => _lines.Length == 0;

    /// <summary>The value of <c>Content-Type</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> ContentType => _type.IsSet || !TryGet("Content-Type"u8, out var value) ? _type.Value : value;

    public void SetContentType(ReadOnlySpan<byte> mediaType)
    {
        _type.Set(mediaType);
        if (_lines.Length > 0)
        {
            RemoveLines("Content-Type"u8);
        }
    }

    /// <summary>Writes all lines.</summary>
    /// <returns>Bytes written: <see cref="Length"/>.</returns>
    public int Write(Span<byte> destination)
    {
        var type = _type.Encoded;
        type.CopyTo(destination);
        var others = _lines.Written();
        others.CopyTo(destination[type.Length..]);
        return type.Length + others.Length;
    }

    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        CheckName(name);
        CheckValue(name, value);
        AddChecked(name, IsReference(name) && !PercentEncoding.IsUrl(value) ? PercentEncoding.EncodeUrl(value) : value);
    }

    /// <summary>Adds whole lines that were checked when they were made.</summary>
    public void AddLines(HeaderLines lines) => _lines.Write(lines.Encoded);

    /// <summary>Throws when a field may not stand in an answer.</summary>
    public static void Check(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        CheckName(name);
        CheckValue(name, value);
    }

    public void Add(in SetCookie cookie)
    {
        int start = _lines.Length;
        try
        {
            _lines.Write("Set-Cookie: "u8);
            cookie.WriteTo(_lines);
            _lines.Write("\r\n"u8);
        }
        catch
        {
            _lines.Truncate(start);
            throw;
        }
    }

    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        if (_type.IsSet && IsContentType(name))
        {
            value = _type.Value;
            return true;
        }

        bool found = Find(name, 0, out int start, out int length);
        value = found ? Grammar.TrimWhitespace(_lines.Written().Slice(start + name.Length + 1, length - name.Length - 3)) : default;
        return found;
    }

    public void Remove(ReadOnlySpan<byte> name)
    {
        if (IsContentType(name))
        {
            _type.Clear();
        }

        RemoveLines(name);
    }

    /// <summary>Forgets all fields.</summary>
    public void Clear()
    {
        _type.Clear();
        _lines.Clear();
    }

    /// <summary>Forgets all fields and gives back what they were kept in.</summary>
    public void Release()
    {
        _type.Clear();
        _lines.Release();
    }

    /// <exception cref="ArgumentException">The value would end the line.</exception>
    public static void CheckValue(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.ContainsAny(Grammar.Controls))
        {
            throw new ArgumentException(
                $"The value of {Encoding.ASCII.GetString(name)} holds a control byte (RFC 9110 §5.5).",
                nameof(value)
            );
        }
    }

    // RFC 9110 §10.2.2, §8.7: their values are URI references, which are ASCII. Browsers guess differently at what is not.
    private static bool IsReference(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            8 => Ascii.EqualsIgnoreCase(name, "Location"u8),
            16 => Ascii.EqualsIgnoreCase(name, "Content-Location"u8),
            _ => false,
        };

    private static bool IsContentType(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "Content-Type"u8);

    private void RemoveLines(ReadOnlySpan<byte> name)
    {
        for (int from = 0; Find(name, from, out int start, out int length); from = start)
        {
            _lines.Shift(start + length, -length);
        }
    }

    private void AddChecked(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var line = _lines.GetSpan(name.Length + value.Length + 4);
        name.CopyTo(line);
        line[name.Length] = (byte)':';
        line[name.Length + 1] = (byte)' ';
        value.CopyTo(line[(name.Length + 2)..]);
        line[name.Length + 2 + value.Length] = (byte)'\r';
        line[name.Length + 3 + value.Length] = (byte)'\n';
        _lines.Advance(name.Length + value.Length + 4);
    }

    private bool Find(ReadOnlySpan<byte> name, int from, out int start, out int length)
    {
        for (start = from; start < _lines.Length; start += length)
        {
            var rest = _lines.Written(start);
            length = rest.IndexOf((byte)'\n') + 1;
            if (length > name.Length + 1 && rest[name.Length] == ':' && Ascii.EqualsIgnoreCase(rest[..name.Length], name))
            {
                return true;
            }
        }

        length = 0;
        return false;
    }

    /// <summary>Fields that frame the message or the connection, or that every answer has already, are the server's own.</summary>
    private static void CheckName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.ContainsAnyExcept(Grammar.Token))
        {
            throw new ArgumentException("The name of a header field is a token (RFC 9110 §5.1).", nameof(name));
        }

        bool isReserved = name.Length switch
        {
            4 => Ascii.EqualsIgnoreCase(name, "Date"u8),
            6 => Ascii.EqualsIgnoreCase(name, "Server"u8),
            7 => Ascii.EqualsIgnoreCase(name, "Trailer"u8),
            10 => Ascii.EqualsIgnoreCase(name, "Connection"u8) || Ascii.EqualsIgnoreCase(name, "Keep-Alive"u8),
            14 => Ascii.EqualsIgnoreCase(name, "Content-Length"u8),
            17 => Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8),
            _ => false,
        };
        if (isReserved)
        {
            throw new ArgumentException($"The server itself writes {Encoding.ASCII.GetString(name)}.", nameof(name));
        }
    }
}
