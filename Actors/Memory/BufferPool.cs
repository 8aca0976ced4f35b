using System.Numerics;

namespace Stryke.Web.Actors.Memory;

/// <summary>
/// A core's store of byte arrays. It belongs to one thread and has no lock. The arrays lie on the pinned heap, so that the
/// kernel may read and write them without a handle for each call. Sizes are powers of two from 4 KiB.
/// </summary>
/// <remarks>
/// Each size keeps at most 8 MiB for later use (at least one array up to 8 MiB); what comes back beyond that, and what is
/// larger, is left to the garbage collector.
/// The last array returned is the first rented: the hot one is in the cache. What was not needed for a while is let go of
/// (<see cref="Trim"/>).
/// </remarks>
public sealed class BufferPool
{
    /// <summary>The smallest array handed out, in bytes.</summary>
    public const int SmallestBytes = 4096;

    private const int SmallestShift = 12;
    private const int Classes = 12;
    private const int KeptBytesPerClass = 8 << 20;

    private readonly byte[][][] _free = new byte[Classes][][];
    private readonly int[] _counts = new int[Classes];

    // The fewest that lay here since the last Trim: so many were not needed.
    private readonly int[] _fewest = new int[Classes];

    internal BufferPool()
    {
        for (int i = 0; i < Classes; i++)
            _free[i] = [];
    }

    /// <summary>Arrays that are rented and not yet returned. Specs hold it against leaks.</summary>
    public int Outstanding { get; private set; }

    /// <summary>Rents an array of at least <paramref name="minLength"/> bytes. Its content is arbitrary.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or above 1 GiB.</exception>
    public byte[] Rent(int minLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minLength, 1 << 30);
        Outstanding++;
        int size = ClassOf(minLength);
        if (size < Classes && _counts[size] > 0)
        {
            int left = --_counts[size];
            if (left < _fewest[size])
                _fewest[size] = left;
            ref byte[] slot = ref _free[size][left];
            byte[] buffer = slot;
            slot = null!;
            return buffer;
        }
        return GC.AllocateUninitializedArray<byte>(1 << (size + SmallestShift), pinned: true);
    }

    /// <summary>Gives back an array that came from <see cref="Rent"/>. The caller must not touch it afterwards.</summary>
    /// <exception cref="ArgumentException">The array has a size that this pool never hands out.</exception>
    public void Return(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        int size = ClassOf(buffer.Length);
        if (buffer.Length != 1 << (size + SmallestShift))
            throw new ArgumentException("The array is not from this pool.", nameof(buffer));
        Outstanding--;
        if (size >= Classes || _counts[size] >= KeptBytesPerClass >> (size + SmallestShift))
            return;
        if (_counts[size] == _free[size].Length)
            Array.Resize(ref _free[size], Math.Max(8, _counts[size] * 2));
        _free[size][_counts[size]++] = buffer;
    }

    /// <summary>Lets go of the arrays that nobody needed since this was called last.</summary>
    /// <returns>Their length together, in bytes.</returns>
    internal long Trim()
    {
        long released = 0;
        for (int size = 0; size < Classes; size++)
        {
            int unneeded = _fewest[size];
            int kept = _counts[size] - unneeded;
            byte[][] free = _free[size];
            // The last returned are the warm ones.
            Array.Copy(free, unneeded, free, 0, kept);
            Array.Clear(free, kept, unneeded);
            _counts[size] = _fewest[size] = kept;
            released += (long)unneeded << (size + SmallestShift);
        }
        return released;
    }

    private static int ClassOf(int length) =>
        length <= SmallestBytes ? 0 : 32 - BitOperations.LeadingZeroCount((uint)length - 1) - SmallestShift;
}
