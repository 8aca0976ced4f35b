using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Floor;

/// <summary>The calls of the loops.</summary>
internal static unsafe partial class Libc
{
    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    internal static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    internal static partial int EpollControl(int epoll, int operation, int fd, EpollEvent* change);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    internal static partial int EpollWait(int epoll, EpollEvent* ready, int capacity, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "accept4")]
    internal static partial int Accept(int fd, void* address, int* length, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    internal static partial nint Receive(int fd, void* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "send")]
    internal static partial nint Send(int fd, void* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int fd);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SystemCall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    internal static partial void* Map(void* address, nint length, int protection, int flags, int fd, nint offset);

    /// <summary><c>struct epoll_event</c> of x86-64.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal struct EpollEvent
    {
        internal uint Events;
        internal long Data;
    }
}
