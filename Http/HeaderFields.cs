using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// The header fields of a request, in the order they were sent: a view over the bytes, valid until the exchange completes. Names are
/// compared without regard to case (RFC 9110 §5.1).
/// </summary>
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

    /// <summary>Finds the first field of a name.</summary>
    /// <param name="name">For example <c>"Accept"u8</c>, in any case.</param>
    /// <param name="value">The value without the white space around it; empty when the field is absent (or empty).</param>
    /// <returns>False when the field is absent.</returns>
    public bool TryGet(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly var line in _lines)
        {
            if (line.NameLength == name.Length && Ascii.EqualsIgnoreCase(line.Name(_bytes), name))
            {
                value = line.Value(_bytes);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>True when a field of that name was sent.</summary>
    public bool Contains(ReadOnlySpan<byte> name) => TryGet(name, out _);

    /// <summary>Goes through the fields in the order they were sent.</summary>
    public Enumerator GetEnumerator() => new(this);

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
