using Stryke.Web.Actors;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// A log file, appended to. When it was moved away or removed (logrotate, an operator) it is opened anew under its name, within a second;
/// one that was truncated in place is simply gone on with.
/// </summary>
public sealed class LogFile : Stream
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _clock;
    private FileStream _file;
    private long _lookedAt;

    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public LogFile(string path)
        : this(path, TimeProvider.System) { }

    internal LogFile(string path, TimeProvider clock)
    {
        (_path, _clock) = (path, clock);
        _file = Open(path);
        _lookedAt = clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("A log is only written.");

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException("A log is only written.");
        set => throw new NotSupportedException("A log is only written.");
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (_clock.GetElapsedTime(_lookedAt) >= LookEvery)
            Look();
        _file.Write(buffer, offset, count);
    }

    /// <summary>Nothing to do: there is no buffer.</summary>
    public override void Flush() { }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A log is only written.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A log is only written.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("A log is only written.");

    /// <summary>Looks whether the name still means this file, and opens the one that it means otherwise.</summary>
    internal void Look()
    {
        _lookedAt = _clock.GetTimestamp();
        if (AppendOnlyFile.IsSameFile(_file.SafeFileHandle, _path))
            return;
        FileStream next;
        try
        {
            next = Open(_path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Better into the file that was moved than nowhere; asked again in a second.
            return;
        }

        _file.Dispose();
        _file = next;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }

    private static FileStream Open(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return new FileStream(AppendOnlyFile.Open(path), FileAccess.Write, bufferSize: 0);
    }
}
