using Stryke.Web.Http;
using Stryke.Web.Http.Ranges;

namespace Stryke.Web.Controllers;

// Files and streams out.
public abstract partial class Controller
{
    /// <summary>
    /// Answers with a file: whole or the ranges that the client asks for, with validators, from the file to the socket. 404 when there is
    /// none.
    /// </summary>
    /// <param name="path">
    /// Where it is. Without <paramref name="root"/> any path, chosen by the app and never taken from the request; relative ones count from
    /// the working directory.
    /// </param>
    /// <param name="root">
    /// The folder below which <paramref name="path"/> may come from the request. What leads out of it, by <c>..</c> or by a symbolic link,
    /// is 404; so is what is no regular file. It must be there.
    /// </param>
    /// <param name="downloadName">The name to save it under; null to show it in the browser.</param>
    /// <param name="contentType">The media type; by default what the file's extension says.</param>
    /// <exception cref="DirectoryNotFoundException">There is no folder <paramref name="root"/>.</exception>
    /// <exception cref="IOException">
    /// The file cannot be opened; without <paramref name="root"/> also: it is a FIFO, a socket or a device.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    protected Result SendFile(string path, string? root = null, string? downloadName = null, string? contentType = null)
    {
        var file = root is null ? FileRepresentation.TryOpen(path) : FileRepresentation.TryOpenBelow(root, path);
        if (file is null)
            return NotFound();
        return Result.Of(
            new FileBody(
                file,
                contentType ?? System.Text.Encoding.ASCII.GetString(MediaTypes.FromExtension(Path.GetExtension(path))),
                downloadName
            ),
            200
        );
    }

    /// <summary>
    /// Answers with what a function writes while it is sent. Headers leave before it is called, so an exception in it can only end the
    /// connection.
    /// </summary>
    /// <param name="write">Writes the body: the stream, and a token that is cancelled when the client has gone.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="length">Bytes that will be written; null when that is not known.</param>
    protected Result Stream(
        Func<ResponseStream, CancellationToken, Task> write,
        string contentType = "application/octet-stream",
        long? length = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        return Result.Streamed(new StreamBody(write, contentType, length));
    }
}
