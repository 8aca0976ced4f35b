using System.Buffers;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// What a connection is about to send: one pinned, contiguous array that grows by size classes, is taken over by the send when it is
/// flushed, and goes back to the pool when everything has left. What was written may still be changed until it is flushed.
/// </summary>
public sealed class OutputBuffer : IBufferWriter<byte>
{
    private readonly BufferPool _pool;
    private byte[] _array = [];

    internal OutputBuffer(BufferPool pool) => _pool = pool;

    /// <summary>How many bytes were written since the last send took the buffer.</summary>
    public int Length { get; private set; }

    /// <summary>The array that is written into; another one after every growth and every send.</summary>
    public byte[] Array => _array;

    /// <summary>The bytes written so far, from <paramref name="from"/> on; valid until the next growth.</summary>
    public Span<byte> Written(int from = 0) => _array.AsSpan(from, Length - from);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(Length);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">More than the last span could hold.</exception>
    public void Advance(int count)
    {
        if ((uint)count > (uint)(_array.Length - Length))
            throw new ArgumentOutOfRangeException(nameof(count), count, "More than there is room for.");
        Length += count;
    }

    /// <summary>Appends <paramref name="bytes"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_array.Length - Length < bytes.Length)
            Grow(bytes.Length);
        bytes.CopyTo(_array.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends <paramref name="count"/> bytes of arbitrary content, to be filled later.</summary>
    public void AppendGap(int count)
    {
        Reserve(count);
        Length += count;
    }

    /// <summary>Takes back everything after the first <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer are written.</exception>
    public void Truncate(int length)
    {
        if ((uint)length > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(length), length, "More than is written.");
        Length = length;
    }

    /// <summary>
    /// Moves the bytes from <paramref name="from"/> to the end by <paramref name="by"/> places: forward leaves a gap of arbitrary
    /// content to be filled, backward overwrites what stands before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bytes would begin before the buffer, or are not there.</exception>
    public void Shift(int from, int by)
    {
        if ((uint)from > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(from), from, "More than is written.");
        ArgumentOutOfRangeException.ThrowIfNegative(from + by, nameof(by));
        if (by > 0)
            Reserve(by);
        _array.AsSpan(from, Length - from).CopyTo(_array.AsSpan(from + by));
        Length += by;
    }

    /// <summary>Hands the array over to a send; the next write rents another.</summary>
    internal byte[] Detach()
    {
        byte[] array = _array;
        _array = [];
        Length = 0;
        return array;
    }

    /// <summary>Drops what is written and gives the array back.</summary>
    internal void Clear()
    {
        if (_array.Length > 0)
            _pool.Return(_array);
        _array = [];
        Length = 0;
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        if (_array.Length - Length < Math.Max(sizeHint, 1))
            Grow(Math.Max(sizeHint, 1));
    }

    private void Grow(int more)
    {
        byte[] larger = _pool.Rent(Math.Max(checked(Length + more), _array.Length * 2));
        _array.AsSpan(0, Length).CopyTo(larger);
        if (_array.Length > 0)
            _pool.Return(_array);
        _array = larger;
    }
}
