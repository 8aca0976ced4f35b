using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Http;

/// <summary>A part of a file. The kernel sends it from the file to the socket where the system can.</summary>
/// <param name="file">The file, open for reading.</param>
/// <param name="offset">The first byte.</param>
/// <param name="length">How many; the file must have them.</param>
/// <param name="leaveOpen">Whether the file stays open after the response.</param>
public sealed class FileSource(SafeFileHandle file, long offset, long length, bool leaveOpen = false) : ResponseSource
{
    /// <inheritdoc/>
    public override long? Length => length;

    /// <inheritdoc/>
    public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.SendFileAsync(file, offset, length, aborted);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!leaveOpen)
        {
            file.Dispose();
        }
    }
}
