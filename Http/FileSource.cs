using Microsoft.Win32.SafeHandles;

namespace Stryke.Web.Http;

/// <summary>A stretch of a file. It goes from the file to the socket within the kernel where that can be.</summary>
/// <param name="file">The file, open for reading.</param>
/// <param name="offset">The first byte.</param>
/// <param name="length">How many; the file must have them.</param>
/// <param name="leaveOpen">False: the file is closed when the answer is done with.</param>
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
