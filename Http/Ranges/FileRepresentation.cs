using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Http;

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

    /// <summary>Opens a file; null when there is none (a directory is none either).</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileRepresentation? TryOpen(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileRepresentation(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (FileNotFoundException)
        {
            // Gone between the two calls.
            return null;
        }
    }

    /// <inheritdoc/>
    public override ResponseSource Open(long offset, long count) => new FileSource(_file, offset, count, leaveOpen: true);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _file.Dispose();
}
