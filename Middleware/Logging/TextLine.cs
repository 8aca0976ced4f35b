using System.Text.Unicode;

namespace Stryke.Web.Middleware.Logging;

/// <summary>Puts pieces one behind the other in a buffer and cuts off what does not fit.</summary>
internal ref struct TextLine(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _length;

    internal readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    internal void Add(scoped ReadOnlySpan<byte> text)
    {
        var piece = text[..Math.Min(text.Length, _buffer.Length - _length)];
        piece.CopyTo(_buffer[_length..]);
        _length += piece.Length;
    }

    internal void Add(string text)
    {
        Utf8.FromUtf16(text, _buffer[_length..], out _, out int written);
        _length += written;
    }

    internal void Add<T>(T number, string format)
        where T : IUtf8SpanFormattable
    {
        if (number.TryFormat(_buffer[_length..], out int written, format, null))
            _length += written;
    }

    /// <summary>Adds bytes from outside; those that are not visible ASCII as \xNN, so that nobody writes lines of their own.</summary>
    internal void AddVisible(scoped ReadOnlySpan<byte> text, int limit)
    {
        foreach (byte b in text[..Math.Min(text.Length, limit)])
        {
            if (b is > 0x20 and < 0x7F)
            {
                Add([b]);
            }
            else
            {
                Add([(byte)'\\', (byte)'x', "0123456789ABCDEF"u8[b >> 4], "0123456789ABCDEF"u8[b & 15]]);
            }
        }
    }
}
