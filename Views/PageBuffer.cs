using System.Buffers;

namespace Stryke.Web.Views;

/// <summary>
/// Bytes of a page in the making: the view's body before the layout takes it in, a <c>ContentFor</c> block, what helpers made.
/// A template keeps its buffers from page to page. Arrays that were outgrown are left to the collector and never
/// reused, so that a span into one stays true while its bytes are copied into the next.
/// </summary>
internal sealed class PageBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 4096;
    private const int KeptSize = 256 * 1024;

    private byte[] _bytes = [];

    public int Length { get; private set; }

    /// <summary>Counts the pages: a range handed out for an earlier one is recognised by it.</summary>
    public int Generation { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - Length), nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureFree(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Empties the buffer for the next page, and gives an unusually large one back to the collector.</summary>
    public void Reset()
    {
        Length = 0;
        Generation++;
        if (_bytes.Length > KeptSize)
            _bytes = [];
    }

    private void EnsureFree(int sizeHint)
    {
        int needed = Length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
            return;
        Array.Resize(ref _bytes, Math.Max(Math.Max(FirstSize, needed), _bytes.Length * 2));
    }
}
