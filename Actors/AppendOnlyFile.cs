using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors;

/// <summary>
/// A file that is only appended to. Each write goes to its end in one step, wherever that is by then: several processes may write to it, as
/// two do while one takes over from the other, and it may be truncated. .NET's own <see cref="FileMode.Append"/> goes to the end once and
/// keeps count from there.
/// </summary>
public static class AppendOnlyFile
{
    /// <summary>
    /// Opens a file, which is made where there is none, readable for its owner and group. The open waits for nobody: a FIFO needs its
    /// reader first.
    /// </summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static SafeFileHandle Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!OperatingSystem.IsLinux())
            return File.OpenHandle(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        int fd = FileOpening.Open(path, Constants.OpenToAppend, 0b110_100_000);
        if (fd == -Errno.NoDevice)
            throw new IOException($"{path} cannot be opened: it is a FIFO that nobody reads, a socket, or a device that is not there.");
        if (fd < 0)
            throw FileOpening.ToException(-fd, path);
        // Writes wait, as those of every file do.
        _ = Libc.FileControl(fd, Constants.ControlSetFlags, Constants.OpenAppending);
        return new SafeFileHandle(fd, ownsHandle: true);
    }

    /// <summary>
    /// Whether a name still means an open file: false when the file was moved away or removed. Elsewhere than on Linux, whether the name
    /// means any.
    /// </summary>
    public static bool IsSameFile(SafeFileHandle file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OperatingSystem.IsLinux() ? Files.IsSame(file, path) : File.Exists(path);
    }
}
