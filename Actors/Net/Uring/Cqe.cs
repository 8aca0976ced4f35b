using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Net.Uring;

/// <summary><c>struct io_uring_cqe</c>: one completion, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct Cqe
{
    internal ulong UserData;

    /// <summary>What the call would have returned, or minus the error number.</summary>
    internal int Result;
    internal uint Flags;

    /// <summary>The buffer that the kernel picked; meaningful with <see cref="Abi.CompletionBuffer"/>.</summary>
    internal readonly int BufferId => (int)(Flags >> 16);
}
