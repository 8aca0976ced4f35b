using System.Buffers;

namespace Stryke.Web.Actors.Memory;

/// <summary>
/// Bytes in one contiguous array of a core's pool. The first write rents it, a write that does not fit replaces it by a larger one, and
/// <see cref="Release"/> returns it. What was written can be changed in place. Belongs to the thread of the pool.
/// </summary>
/// <remarks>
/// Every growing buffer over the pool is one of these. Two things only look like it: the input of a connection, which is consumed from its
/// start and whose array the kernel may hold, and the pages of views, whose outgrown arrays must stay readable.
/// </remarks>
public sealed class PooledBuffer : IBufferWriter<byte>
{
    private readonly BufferPool _pool;
    private byte[] _array = [];

    /// <summary>An empty buffer, without an array.</summary>
    /// <param name="pool">The pool that its arrays come from.</param>
    public PooledBuffer(BufferPool pool) => _pool = pool;

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>The array that is written into. Another one after each growth.</summary>
    public byte[] Array => _array;

    /// <summary>The bytes written so far, from <paramref name="from"/> on. Valid until the buffer grows.</summary>
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
            throw new ArgumentOutOfRangeException(nameof(count), count, "Larger than the free space.");
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

    /// <summary>Removes everything after the first <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer are written.</exception>
    public void Truncate(int length)
    {
        if ((uint)length > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(length), length, "Larger than the written bytes.");
        Length = length;
    }

    /// <summary>
    /// Moves the bytes from <paramref name="from"/> to the end by <paramref name="by"/> places: forward leaves a gap of arbitrary content,
    /// backward overwrites what stands before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bytes would begin before the buffer, or are not there.</exception>
    public void Shift(int from, int by)
    {
        if ((uint)from > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(from), from, "Larger than the written bytes.");
        ArgumentOutOfRangeException.ThrowIfNegative(from + by, nameof(by));
        if (by > 0)
            Reserve(by);
        _array.AsSpan(from, Length - from).CopyTo(_array.AsSpan(from + by));
        Length += by;
    }

    /// <summary>Empties the buffer. An array of the smallest size stays, so that the next write need not rent one.</summary>
    public void Clear()
    {
        Length = 0;
        if (_array.Length > BufferPool.SmallestBytes)
            Release();
    }

    /// <summary>Empties the buffer and returns its array to the pool.</summary>
    public void Release()
    {
        Length = 0;
        if (_array.Length > 0)
        {
            _pool.Return(_array);
            _array = [];
        }
    }

    /// <summary>Hands the array over to the caller, who returns it to the pool. The next write rents another.</summary>
    internal byte[] Detach()
    {
        byte[] array = _array;
        _array = [];
        Length = 0;
        return array;
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
