using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Actors.Native;

/// <summary>Which file a name or a descriptor means.</summary>
internal static unsafe class Files
{
    // struct statx: the same on every architecture.
    private const int Capacity = 256, InodeOffset = 32, DeviceOffset = 136;

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
