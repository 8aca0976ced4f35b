using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;

namespace Stryke.Web.Http.Ranges;

/// <summary>A file on disk. Its tag is made of its length and the time it last changed.</summary>
public sealed class FileRepresentation : Representation
{
    private readonly SafeFileHandle _file;
    private readonly byte[] _tag;

    private FileRepresentation(SafeFileHandle file)
    {
        _file = file;
        Length = RandomAccess.GetLength(file);
        LastModified = File.GetLastWriteTimeUtc(file);
        _tag = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"{Length:x}-{LastModified.Value.UtcTicks:x}\""));
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> EntityTag => _tag;

    /// <inheritdoc/>
    public override DateTimeOffset? LastModified { get; }

    /// <summary>Opens a file by a path that is trusted; null when there is none (a directory is none either).</summary>
    /// <exception cref="IOException">It is a FIFO, a socket or a device, or it cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileRepresentation? TryOpen(string path) => Of(RegularFile.TryOpen(path));

    /// <summary>Opens a file below a folder by a name that is not trusted; null when there is none. See <see cref="RegularFile.TryOpenBelow"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileRepresentation? TryOpenBelow(string folder, string name) => Of(RegularFile.TryOpenBelow(folder, name));

    /// <inheritdoc/>
    public override ResponseSource Open(long offset, long count) => new FileSource(_file, offset, count, leaveOpen: true);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _file.Dispose();

    private static FileRepresentation? Of(SafeFileHandle? file) => file is null ? null : new FileRepresentation(file);
}
