using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Uploads;

/// <summary>
/// A file that came with a form. It is in memory or, when it is larger, on disk, and it is there until the request has been answered:
/// whoever wants to keep it moves or copies it away before. Name and type are what the client says; nothing vouches for them.
/// </summary>
public sealed class UploadedFile
{
    private readonly UploadSpool _spool;
    private byte[] _bytes;
    private List<Stream>? _open;
    private string? _path;
    private bool _isGone;

    internal UploadedFile(UploadSpool spool, string fieldName, string sentName, string contentType, byte[] bytes, string? path, long length)
    {
        _spool = spool;
        _bytes = bytes;
        _path = path;
        FieldName = fieldName;
        Name = FileNames.WithoutFolders(sentName);
        ContentType = contentType;
        Length = length;
    }

    /// <summary>The name of the form's field (<c>avatar</c>, <c>post[cover]</c>).</summary>
    public string FieldName { get; }

    /// <summary>
    /// The name of the file as the client sent it, without folders and control characters: never <c>..</c>, but not known to be free, short
    /// or of the right extension. Empty when the client sent none.
    /// </summary>
    public string Name { get; }

    /// <summary>The media type as the client sent it; <c>application/octet-stream</c> when it did not.</summary>
    public string ContentType { get; }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Where it is on disk; null when it is in memory.</summary>
    internal string? SpoolPath => _path;

    /// <summary>The content, from its start. Closed when the request has been answered, if not before.</summary>
    /// <exception cref="ObjectDisposedException">The request has been answered, or the file moved away.</exception>
    public Stream OpenRead()
    {
        ThrowIfGone();
        if (_path is null)
            return new MemoryStream(_bytes, 0, (int)Length, writable: false);
        var stream = new FileStream(
            _path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            16 * 1024,
            FileOptions.Asynchronous | FileOptions.SequentialScan
        );
        (_open ??= []).Add(stream);
        return stream;
    }

    /// <summary>
    /// Writes the content to a file that only the app's own user may read. It is there as soon as it is whole, in the place of what was
    /// there; a symbolic link is replaced and not followed.
    /// </summary>
    /// <param name="path">Where to. Choose it; a path that is made of <see cref="Name"/> is the client's choice.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="IOException">It cannot be written, or there is one already.</exception>
    /// <exception cref="ObjectDisposedException">The request has been answered, or the file moved away.</exception>
    public async Task CopyTo(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var content = OpenRead();
        await Offload.Run(() =>
            PrivateFile.WriteThenRename(
                path,
                overwrite,
                beside =>
                {
                    using var file = PrivateFile.Create(beside);
                    content.CopyTo(file, 64 * 1024);
                }
            )
        );
    }

    /// <summary>
    /// Moves the file to where it stays, readable by the app's own user alone. What is on disk is renamed, which costs nothing when it is
    /// the same file system: that is what the setting <c>[uploads] folder</c> is for. A symbolic link at the path is replaced and not
    /// followed.
    /// </summary>
    /// <param name="path">Where to. Choose it; a path that is made of <see cref="Name"/> is the client's choice.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <exception cref="IOException">It cannot be written, or there is one already.</exception>
    /// <exception cref="ObjectDisposedException">The request has been answered, or the file moved away.</exception>
    public async Task MoveTo(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowIfGone();
        if (_path is not { } spooled)
        {
            await CopyTo(path, overwrite);
            _isGone = true;
            return;
        }

        await Offload.Run(() =>
            PrivateFile.WriteThenRename(path, overwrite, beside => File.Move(spooled, beside), beside => File.Move(beside, spooled))
        );
        _spool.Forget(spooled);
        _path = null;
        _isGone = true;
    }

    /// <summary>The request has been answered.</summary>
    /// <returns>The file that is to be deleted; null when there is none.</returns>
    internal string? LetGo()
    {
        _isGone = true;
        _bytes = [];
        foreach (var stream in _open ?? [])
            stream.Dispose();
        return _path;
    }

    private void ThrowIfGone()
    {
        if (_isGone)
        {
            throw new ObjectDisposedException(
                nameof(UploadedFile),
                $"The file of the field \"{FieldName}\" is gone: its request has been answered, or it was moved."
            );
        }
    }
}
