using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Net.Epoll;

/// <summary>
/// An array of <c>struct epoll_event</c> in unmanaged memory. The struct is packed on x86-64 (12 bytes) and aligned everywhere else (16
/// bytes), so its layout is looked up and not declared.
/// </summary>
internal sealed unsafe class EpollEvents(int capacity) : IDisposable
{
    internal const uint In = 0x001;
    internal const uint Out = 0x004;
    internal const uint Error = 0x008;
    internal const uint HangUp = 0x010;

    /// <summary>Of those that wait for a descriptor, at least one is woken instead of all (Linux 4.5).</summary>
    internal const uint Exclusive = 1 << 28;

    internal const int Add = 1;
    internal const int Delete = 2;
    internal const int Modify = 3;

    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64;
    private static readonly int Stride = IsPacked ? 12 : 16;
    private static readonly int DataOffset = IsPacked ? 4 : 8;

    private byte* _memory = (byte*)NativeMemory.AllocZeroed((nuint)(capacity * 16));

    internal int Capacity { get; } = capacity;

    internal void* Memory => _memory;

    internal uint EventsAt(int index) => Unsafe.ReadUnaligned<uint>(_memory + (index * Stride));

    internal ulong DataAt(int index) => Unsafe.ReadUnaligned<ulong>(_memory + (index * Stride) + DataOffset);

    /// <summary>One change of interest; 0 or the error number.</summary>
    internal static int Control(int epoll, int operation, int fd, uint events, ulong data)
    {
        byte* change = stackalloc byte[16];
        Unsafe.WriteUnaligned(change, events);
        Unsafe.WriteUnaligned(change + DataOffset, data);
        return Native.Libc.EpollControl(epoll, operation, fd, change) < 0 ? Native.Errno.Last : 0;
    }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
