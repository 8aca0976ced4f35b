using System.Buffers;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Http.Http1;

/// <summary>Bytes in an array of the core's pool, rented by the first write and returned by <see cref="Release"/>.</summary>
internal sealed class PooledBuffer(BufferPool pool) : IBufferWriter<byte>
{
    private byte[] _array = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _array.AsSpan(0, Length);

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(Length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_array.Length - Length), nameof(count));
        Length += count;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_array.Length - Length < bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_array.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Takes out a stretch; what follows moves up.</summary>
    public void Remove(int start, int length)
    {
        _array.AsSpan(start + length, Length - start - length).CopyTo(_array.AsSpan(start));
        Length -= length;
    }

    /// <summary>Keeps the first bytes only.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Forgets the content; a small array stays, so that the next answer need not ask for one.</summary>
    public void Clear()
    {
        Length = 0;
        if (_array.Length > BufferPool.SmallestBytes)
        {
            Release();
        }
    }

    /// <summary>Forgets the content and gives the array back.</summary>
    public void Release()
    {
        Length = 0;
        if (_array.Length > 0)
        {
            pool.Return(_array);
            _array = [];
        }
    }

    private void Reserve(int sizeHint)
    {
        if (_array.Length - Length < Math.Max(sizeHint, 1))
        {
            Grow(Math.Max(sizeHint, 1));
        }
    }

    private void Grow(int more)
    {
        byte[] larger = pool.Rent(Math.Max(checked(Length + more), _array.Length * 2));
        Written.CopyTo(larger);
        if (_array.Length > 0)
        {
            pool.Return(_array);
        }

        _array = larger;
    }
}
