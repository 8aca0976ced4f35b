using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors;

/// <summary>
/// Opens files for reading, and nothing else than files: a folder, a FIFO, a socket or a device is none. On Linux the open waits for
/// nobody, as that of a FIFO without a writer would, for ever; the kind is asked of what was opened, so nothing can be put in its place
/// meanwhile. Elsewhere .NET opens, which does not tell a FIFO from a file.
/// </summary>
/// <remarks>The calls ask the disk and block for as long as it takes to answer.</remarks>
public static class RegularFile
{
    /// <summary>Opens a file by a path that is trusted. Symbolic links are followed.</summary>
    /// <returns>Null when there is none, or it is a folder.</returns>
    /// <exception cref="IOException">It is a FIFO, a socket or a device, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle? TryOpen(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0'))
            return null;
        if (!OperatingSystem.IsLinux())
            return PlainOpening.TryOpen(path);
        int fd = FileOpening.Open(path, Constants.OpenToRead);
        if (fd is -Errno.NoDevice or -Errno.NoDriver)
            throw new IOException($"{path} is a socket or a device, not a file.");
        if (FileOpening.Take(fd, path) is not { } file)
            return null;
        var kind = Files.KindOf(file);
        if (kind == FileKind.Regular)
            return FileOpening.Settle(file);
        file.Dispose();
        return kind == FileKind.Directory ? null : throw new IOException($"{path} is {FileOpening.NameOf(kind)}, not a file.");
    }

    /// <summary>
    /// Opens a file below a folder by a name that is not trusted. Nothing outside of the folder can be reached, by <c>..</c> or otherwise:
    /// a symbolic link counts only when it is relative and stays in the folder; none does where the kernel cannot see to it (Linux before
    /// 5.6, other systems). The folder itself may be a link.
    /// </summary>
    /// <param name="folder">The folder, which is trusted.</param>
    /// <param name="name">The path below it, with slashes; one at its start counts for nothing.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SafeFileHandle? TryOpenBelow(string folder, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(name);
        if (PathBelow.Normalize(name) is not { } path)
            return null;
        if (!OperatingSystem.IsLinux())
            return PlainOpening.TryOpenBelow(folder, path);
        int place = FileOpening.Open(folder, Constants.OpenPlace | Constants.OpenDirectoryOnly);
        if (place < 0)
            throw FileOpening.ToFolderException(-place, folder);
        using var root = new SafeFileHandle(place, ownsHandle: true);
        int fd = BeneathFolder.Open(place, path);
        if (fd is -Errno.CrossDevice or -Errno.NoDevice or -Errno.NoDriver || FileOpening.Take(fd, $"{folder}/{path}") is not { } file)
            return null;
        if (Files.KindOf(file) == FileKind.Regular)
            return FileOpening.Settle(file);
        file.Dispose();
        return null;
    }

    /// <summary>Reads a whole file by a path that is trusted; see <see cref="TryOpen"/>.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="IOException">It is a FIFO, a socket or a device, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? TryRead(string path)
    {
        using var file = TryOpen(path);
        return file is null ? null : Read(file);
    }

    /// <summary>Reads an open file from its start to where it ends now.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        // One byte more than it says: the read that finds the end needs room, and the kernel's own files say 0.
        byte[] bytes = new byte[checked((int)RandomAccess.GetLength(file) + 1)];
        int length = 0;
        while (RandomAccess.Read(file, bytes.AsSpan(length), length) is > 0 and int count)
        {
            length += count;
            if (length == bytes.Length)
                Array.Resize(ref bytes, checked(2 * length));
        }
        return bytes[..length];
    }
}
