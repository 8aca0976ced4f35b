using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Actors.Native;

/// <summary>open(2), and what its outcome becomes in .NET.</summary>
internal static class FileOpening
{
    /// <returns>The descriptor, or the error number below zero.</returns>
    internal static int Open(string path, int flags, uint mode = 0)
    {
        while (true)
        {
            int fd = Libc.OpenFile(path, flags, mode);
            if (fd >= 0)
                return fd;
            if (Errno.Last != Errno.Intr)
                return -Errno.Last;
        }
    }

    /// <returns>Null when there is nothing of that name.</returns>
    /// <exception cref="IOException">The kernel refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    internal static SafeFileHandle? Take(int fd, string path) =>
        fd switch
        {
            >= 0 => new SafeFileHandle(fd, ownsHandle: true),
            -Errno.NoEntry or -Errno.NotADirectory or -Errno.NameTooLong or -Errno.TooManyLinks => null,
            _ => throw ToException(-fd, path),
        };

    /// <summary>From now on reads wait for the disk, as those of every file do.</summary>
    internal static SafeFileHandle Settle(SafeFileHandle file)
    {
        _ = Libc.FileControl((int)file.DangerousGetHandle(), Constants.ControlSetFlags, 0);
        return file;
    }

    internal static Exception ToException(int error, string path)
    {
        string message = $"{path} cannot be opened: {Marshal.GetPInvokeErrorMessage(error)}.";
        return error is Errno.Access or Errno.Perm ? new UnauthorizedAccessException(message) : new IOException(message);
    }

    internal static Exception ToFolderException(int error, string folder) =>
        error is Errno.NoEntry or Errno.NotADirectory
            ? new DirectoryNotFoundException(
                $"There is no folder {folder}. A relative path counts from the working directory, {Environment.CurrentDirectory}."
            )
            : ToException(error, folder);

    internal static string NameOf(FileKind kind) =>
        kind switch
        {
            FileKind.Fifo => "a FIFO",
            FileKind.Socket => "a socket",
            FileKind.CharacterDevice or FileKind.BlockDevice => "a device",
            FileKind.Directory => "a folder",
            _ => "no regular file",
        };
}
