using System.Buffers;
using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// The header fields of a request, in the order they were sent: a view over the bytes, valid until the exchange completes. Names are
/// compared without regard to case (RFC 9110 §5.1).
/// </summary>
/// <remarks>
/// A field that was sent in several lines has one value, its lines joined in their order (RFC 9110 §5.3): with <c>; </c> for <c>Cookie</c>
/// (RFC 9113 §8.2.3) and with <c>, </c> for all others. A field that can have one member only (<c>Origin</c>, <c>Range</c>, a date) is no
/// valid value then, and readers treat it as such: neither the first line wins nor the last. One line is read in place; only joining
/// allocates.
/// </remarks>
public readonly ref struct HeaderFields
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<FieldLine> _lines;

    internal HeaderFields(ReadOnlySpan<byte> bytes, ReadOnlySpan<FieldLine> lines)
    {
        _bytes = bytes;
        _lines = lines;
    }

    /// <summary>How many field lines there are.</summary>
    public int Count => _lines.Length;

    /// <summary>The field line at a position from 0 to <see cref="Count"/> - 1.</summary>
    public HeaderField this[int index]
    {
        get
        {
            ref readonly var line = ref _lines[index];
            return new(line.Name(_bytes), line.Value(_bytes));
        }
    }

    /// <summary>The value of a field as text, or null when it is absent. Allocates; <see cref="TryGet"/> does not.</summary>
    /// <param name="name">For example <c>Accept</c>, in any case.</param>
    public string? this[string name] => TryGet(Encoding.UTF8.GetBytes(name), out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Finds the value of a field.</summary>
    /// <param name="name">For example <c>"Accept"u8</c>, in any case.</param>
    /// <param name="value">The value without the white space around it, several lines joined; empty when the field is absent (or
    /// empty).</param>
    /// <returns>False when the field is absent.</returns>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        int first = IndexOf(name, 0);
        if (first < 0)
        {
            value = default;
            return false;
        }

        value = IndexOf(name, first + 1) < 0 ? _lines[first].Value(_bytes) : Join(name, first);
        return true;
    }

    /// <summary>True when a field of that name was sent.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => IndexOf(name, 0) >= 0;

    /// <summary>Goes through the fields in the order they were sent.</summary>
    public Enumerator GetEnumerator() => new(this);

    private int IndexOf(ReadOnlySpan<byte> name, int from)
    {
        for (int i = from; i < _lines.Length; i++)
        {
            ref readonly var line = ref _lines[i];
            if (line.NameLength == name.Length && Ascii.EqualsIgnoreCase(line.Name(_bytes), name))
            {
                return i;
            }
        }

        return -1;
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> name, int first)
    {
        var separator = Ascii.EqualsIgnoreCase(name, "Cookie"u8) ? "; "u8 : ", "u8;
        var joined = new ArrayBufferWriter<byte>();
        joined.Write(_lines[first].Value(_bytes));
        for (int i = first; (i = IndexOf(name, i + 1)) >= 0; )
        {
            joined.Write(separator);
            joined.Write(_lines[i].Value(_bytes));
        }

        return joined.WrittenSpan;
    }

    /// <summary>Goes through the fields of a request.</summary>
    public ref struct Enumerator
    {
        private readonly HeaderFields _fields;
        private int _index;

        internal Enumerator(HeaderFields fields)
        {
            _fields = fields;
            _index = -1;
        }

        /// <summary>The current field.</summary>
        public readonly HeaderField Current => _fields[_index];

        /// <summary>Goes to the next field.</summary>
        public bool MoveNext() => ++_index < _fields.Count;
    }
}
