using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Floor;

/// <summary>
/// One io_uring of <c>linux/io_uring.h</c>, as small as it gets: entries are written here, and handed over together with the wait.
/// </summary>
internal sealed unsafe class Ring
{
    private const int Setup = 425,
        Enter = 426,
        GetEvents = 1,
        SharedPopulate = 0x8001,
        ReadWrite = 3;
    private const uint CompletionSize = 1 << 3,
        SingleIssuer = 1 << 12,
        DeferTaskRun = 1 << 13;
    private const nint OfEntries = 0x1000_0000;

    private readonly int _fd;
    private readonly Entry* _entries;
    private readonly Completion* _completions;
    private readonly uint* _head,
        _submitted,
        _taken,
        _completed;
    private readonly uint _mask,
        _completionMask,
        _size;
    private uint _tail;

    /// <exception cref="InvalidOperationException">The kernel has no io_uring for us, or one before 6.1.</exception>
    internal Ring(uint size)
    {
        var setup = new Parameters { CompletionEntries = size * 8, Flags = CompletionSize | SingleIssuer | DeferTaskRun };
        _fd = (int)Libc.SystemCall(Setup, (nint)size, (nint)(&setup), 0, 0, 0, 0);
        if (_fd < 0)
        {
            throw new InvalidOperationException(
                $"io_uring_setup failed with error {Marshal.GetLastPInvokeError()}: a kernel of 6.1 or later that allows io_uring is needed"
            );
        }

        _size = setup.Entries;
        nint bytes = Math.Max(
            (nint)setup.Array + (nint)(_size * sizeof(uint)),
            (nint)setup.Cqes + (nint)(setup.CompletionEntries * sizeof(Completion))
        );
        byte* rings = Map(bytes, 0);
        _entries = (Entry*)Map((nint)(_size * sizeof(Entry)), OfEntries);
        _completions = (Completion*)(rings + setup.Cqes);
        _head = (uint*)(rings + setup.Head);
        _submitted = (uint*)(rings + setup.Tail);
        _taken = (uint*)(rings + setup.CompletionHead);
        _completed = (uint*)(rings + setup.CompletionTail);
        _mask = *(uint*)(rings + setup.Mask);
        _completionMask = *(uint*)(rings + setup.CompletionMask);
        for (uint i = 0; i < _size; i++)
            ((uint*)(rings + setup.Array))[i] = i;
    }

    /// <summary>A cleared entry to fill in; it goes to the kernel with the next <see cref="Wait"/>.</summary>
    internal ref Entry Next()
    {
        if (_tail - Volatile.Read(ref *_head) == _size)
            Hand(wait: 0);
        ref var entry = ref _entries[_tail++ & _mask];
        entry = default;
        return ref entry;
    }

    /// <summary>Hands over all entries and waits for a completion.</summary>
    internal void Wait() => Hand(wait: 1);

    internal bool TryTake(out Completion completion)
    {
        uint head = *_taken;
        bool any = head != Volatile.Read(ref *_completed);
        completion = any ? _completions[head & _completionMask] : default;
        if (any)
            Volatile.Write(ref *_taken, head + 1);
        return any;
    }

    private void Hand(nint wait)
    {
        Volatile.Write(ref *_submitted, _tail);
        _ = Libc.SystemCall(Enter, _fd, (nint)(_tail - Volatile.Read(ref *_head)), wait, GetEvents, 0, 0);
    }

    private byte* Map(nint bytes, nint offset)
    {
        void* memory = Libc.Map(null, bytes, ReadWrite, SharedPopulate, _fd, offset);
        return (nint)memory != -1
            ? (byte*)memory
            : throw new InvalidOperationException($"the rings cannot be mapped: error {Marshal.GetLastPInvokeError()}");
    }

    /// <summary><c>struct io_uring_sqe</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    internal struct Entry
    {
        internal byte Operation;
        internal byte Flags;
        internal ushort Modifiers;
        internal int Fd;
        internal ulong Offset;
        internal byte* Address;
        internal uint Length;
        internal uint CallFlags;
        internal ulong UserData;
    }

    /// <summary><c>struct io_uring_cqe</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    internal struct Completion
    {
        internal ulong UserData;
        internal int Result;
        internal uint Flags;
    }

    /// <summary><c>struct io_uring_params</c> with the offsets of both rings.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 120)]
    private struct Parameters
    {
        [FieldOffset(0)]
        internal uint Entries;

        [FieldOffset(4)]
        internal uint CompletionEntries;

        [FieldOffset(8)]
        internal uint Flags;

        [FieldOffset(40)]
        internal uint Head;

        [FieldOffset(44)]
        internal uint Tail;

        [FieldOffset(48)]
        internal uint Mask;

        [FieldOffset(64)]
        internal uint Array;

        [FieldOffset(80)]
        internal uint CompletionHead;

        [FieldOffset(84)]
        internal uint CompletionTail;

        [FieldOffset(88)]
        internal uint CompletionMask;

        [FieldOffset(100)]
        internal uint Cqes;
    }
}
