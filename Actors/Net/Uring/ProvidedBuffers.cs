using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary>
/// Buffers that lie ready for the kernel, which takes one when data has come for some connection: so a connection that waits holds
/// none. A taken buffer belongs to the connection, and another from the pool lies down in its place. There are few at first, and more
/// after a turn in which they were not enough: an idle core keeps little memory.
/// </summary>
internal sealed unsafe class ProvidedBuffers : IDisposable
{
    /// <summary>The most that ever lie ready.</summary>
    internal const int Capacity = 256;

    private const int CountAtFirst = 16;

    internal const ushort Group = 0;

    private readonly BufferPool _pool;
    private readonly byte[][] _buffers = new byte[Capacity][];
    private readonly int _bufferBytes;
    private readonly nint _ringBytes = Capacity * sizeof(Entry);
    private readonly Entry* _ring;
    private ushort _tail;

    /// <exception cref="PlatformNotSupportedException">The kernel has no buffer rings (5.19).</exception>
    internal ProvidedBuffers(Ring ring, BufferPool pool, int bufferBytes)
    {
        _pool = pool;
        _bufferBytes = bufferBytes;
        // Page-aligned, as the kernel wants it.
        void* memory = Libc.Map(null, _ringBytes, Abi.ProtectionReadWrite, Abi.MapPrivateAnonymous, -1, 0);
        if ((nint)memory == -1)
            throw Errno.ToException(Errno.Last);
        _ring = (Entry*)memory;
        var registration = new Registration
        {
            Address = (ulong)_ring,
            Entries = Capacity,
            Group = Group,
        };
        if (ring.Register(Abi.RegisterBufferRing, &registration, 1) != 0)
        {
            _ = Libc.Unmap(_ring, _ringBytes);
            throw new PlatformNotSupportedException("the kernel's io_uring has no buffer rings (Linux 5.19)");
        }
        Add(CountAtFirst);
    }

    /// <summary>How many lie ready: the receives that can complete in one turn before the rest has to be asked for again.</summary>
    internal int Count { get; private set; }

    /// <summary>Lays down this many more, as far as there is place.</summary>
    internal void Add(int count)
    {
        for (; count > 0 && Count < Capacity; count--)
            Provide(Count++, _pool.Rent(_bufferBytes));
    }

    /// <summary>The buffer that the kernel filled; it is the caller's now.</summary>
    internal byte[] Take(int id)
    {
        byte[] taken = _buffers[id];
        Provide(id, _pool.Rent(_bufferBytes));
        return taken;
    }

    /// <summary>To be called when the ring that uses the buffers is gone.</summary>
    public void Dispose()
    {
        _ = Libc.Unmap(_ring, _ringBytes);
        for (int id = 0; id < Count; id++)
            _pool.Return(_buffers[id]);
    }

    private void Provide(int id, byte[] buffer)
    {
        _buffers[id] = buffer;
        ref var entry = ref _ring[_tail & (Capacity - 1)];
        // Pinned for good: pool arrays lie on the pinned heap. The tail shares the first entry's last two bytes, which must be left alone.
        entry.Address = (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(buffer));
        entry.Length = (uint)buffer.Length;
        entry.Id = (ushort)id;
        Volatile.Write(ref _ring[0].Tail, ++_tail);
    }

    // struct io_uring_buf
    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        internal ulong Address;
        internal uint Length;
        internal ushort Id;
        internal ushort Tail;
    }

    // struct io_uring_buf_reg
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    private struct Registration
    {
        internal ulong Address;
        internal uint Entries;
        internal ushort Group;
        internal ushort Flags;
    }
}
