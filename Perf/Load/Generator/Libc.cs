using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Generator;

/// <summary>The calls of the loop, and the numbers that go with them.</summary>
internal static unsafe partial class Libc
{
    internal const uint ReadyIn = 1,
        ReadyOut = 4,
        EdgeTriggered = 1u << 31;
    internal const int NoSignal = 0x4000,
        DontWait = 0x40,
        Truncate = 0x20,
        Again = 11;
    private const int ProcessCpuClock = 2;

    /// <summary>CPU time of this process so far.</summary>
    internal static double CpuSeconds()
    {
        long* time = stackalloc long[2];
        _ = ClockGetTime(ProcessCpuClock, time);
        return time[0] + (time[1] / 1e9);
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    internal static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    internal static partial int Connect(int fd, void* address, int length);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    internal static partial int SetOption(int fd, int level, int option, void* value, int length);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    internal static partial int Control(int fd, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    internal static partial nint Receive(int fd, void* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "send")]
    internal static partial nint Send(int fd, void* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "sendfile")]
    internal static partial nint SendFile(int to, int from, long* offset, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int fd);

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    internal static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    internal static partial int EpollControl(int epoll, int operation, int fd, EpollEvent* change);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    internal static partial int EpollWait(int epoll, EpollEvent* ready, int capacity, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, long* time);

    /// <summary><c>struct epoll_event</c> of x86-64.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal struct EpollEvent
    {
        internal uint Events;
        internal long Data;
    }
}
