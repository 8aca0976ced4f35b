using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Actors.Native;

/// <summary>Which file a name or a descriptor means, and of which kind it is.</summary>
internal static unsafe class Files
{
    // struct statx: the same on every architecture.
    private const int Capacity = 256,
        ModeOffset = 28,
        InodeOffset = 32,
        DeviceOffset = 136;

    /// <exception cref="IOException">The kernel does not tell.</exception>
    internal static FileKind KindOf(SafeFileHandle file)
    {
        byte* status = stackalloc byte[Capacity];
        if (Libc.FileStatus((int)file.DangerousGetHandle(), "", Constants.AtEmptyPath, Constants.StatusType, status) < 0)
            throw new IOException($"The kind of a file is not known: {Marshal.GetPInvokeErrorMessage(Errno.Last)}.");
        return (FileKind)(Unsafe.ReadUnaligned<ushort>(status + ModeOffset) & (ushort)FileKind.Mask);
    }

    internal static bool IsSame(SafeFileHandle file, string path)
    {
        byte* opened = stackalloc byte[Capacity];
        byte* named = stackalloc byte[Capacity];
        int fd = (int)file.DangerousGetHandle();
        return Libc.FileStatus(fd, "", Constants.AtEmptyPath, Constants.StatusInode, opened) == 0
            && Libc.FileStatus(Constants.AtWorkingDirectory, path, 0, Constants.StatusInode, named) == 0
            && Unsafe.ReadUnaligned<ulong>(opened + InodeOffset) == Unsafe.ReadUnaligned<ulong>(named + InodeOffset)
            && Unsafe.ReadUnaligned<ulong>(opened + DeviceOffset) == Unsafe.ReadUnaligned<ulong>(named + DeviceOffset);
    }
}
