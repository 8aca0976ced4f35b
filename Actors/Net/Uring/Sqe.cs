using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary><c>struct io_uring_sqe</c>: one request to the kernel, 64 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct Sqe
{
    internal byte Opcode;
    internal byte Flags;

    /// <summary>For socket operations not a priority but their own flags.</summary>
    internal ushort Modifiers;
    internal int Fd;
    internal ulong Offset;
    internal ulong Address;
    internal uint Length;

    /// <summary>The flags of the call that the operation stands for (MSG_*, SOCK_*, cancel flags).</summary>
    internal uint CallFlags;
    internal ulong UserData;
    internal ushort BufferGroup;
}
