using System.Buffers.Text;
using System.Threading.Tasks.Sources;
using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;
using Stryke.Web.Http.Bodies;

namespace Stryke.Web.Http;

/// <summary>
/// The body of an answer while it is sent. What is written leaves at the end of the core's turn, all of a turn together; a writer that is faster than its
/// client waits, so that no more than <see cref="HttpOptions.MaxPendingOutputBytes"/> and what it writes at once are ever held.
/// </summary>
/// <remarks>May be written from any thread, by one writer at a time; elsewhere than on the connection's core each write is carried home.</remarks>
public sealed class ResponseStream : Stream, IValueTaskSource
{
    private const int LargestPieceBytes = 64 * 1024;

    private readonly IResponseTransport _transport;
    private readonly Core _core;
    private readonly long? _length;
    private readonly bool _isChunked;
    private readonly CancellationTokenSource _aborted = new();
    private ManualResetValueTaskSourceCore<bool> _room;
    private long _roomAt;
    private bool _isWaiting;

    internal ResponseStream(IResponseTransport transport, long? length, bool isChunked)
    {
        _transport = transport;
        _core = transport.Core;
        _length = length;
        _isChunked = isChunked;
    }

    /// <summary>Bytes of the body that were written so far.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Cancelled when the connection has ended.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("An answer that is being sent has no length yet.");

    /// <inheritdoc/>
    public override long Position
    {
        get => BytesWritten;
        set => throw new NotSupportedException("An answer is written from start to end.");
    }

    /// <summary>False once the connection has ended.</summary>
    internal bool IsOpen => !_aborted.IsCancellationRequested;

    /// <summary>True when as much was written as was promised.</summary>
    internal bool IsWhole => _length is null || _length == BytesWritten;

    /// <summary>Writes a piece of the body; completes when there is room for the next.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    /// <exception cref="InvalidOperationException">More than <see cref="ResponseSource.Length"/> promised.</exception>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Core.Current != _core)
        {
            return WriteFromOtherThread(buffer, cancellationToken);
        }

        Check(buffer.Length, cancellationToken);
        if (buffer.Length > LargestPieceBytes || _transport.PendingBytes > _transport.MaxPendingBytes)
        {
            return WriteInPieces(buffer, cancellationToken);
        }

        Append(buffer.Span);
        return HasRoom ? default : WaitFor(_transport.MaxPendingBytes / 2);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Sends a stretch of a file; completes when all of it has left.</summary>
    /// <param name="file">The file, open for reading.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many; a file that has fewer ends the connection, as the client was promised more.</param>
    /// <param name="cancellationToken">Looked at before the start.</param>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async ValueTask SendFileAsync(SafeFileHandle file, long offset, long count, CancellationToken cancellationToken = default)
    {
        if (Core.Current != _core)
        {
            await OnCore(() => SendFileAsync(file, offset, count, cancellationToken)).ConfigureAwait(false);
            return;
        }

        Check(count, cancellationToken);
        if (count == 0)
        {
            return;
        }

        BeginChunk(count);
        BytesWritten += count;
        _transport.SendFile(file, offset, count);
        await WaitFor(0);
        EndChunk();
    }

    /// <summary>Nothing to do: what was written leaves by itself at the end of the core's turn.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="FlushAsync"/>
    public override void Flush() { }

    /// <summary>Not to be had: a write may have to wait for the client, and that would hold the core.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("An answer is written with WriteAsync: to wait for a client would hold the core.");

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An answer is not read.");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("An answer is written from start to end.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("An answer is written from start to end.");

    /// <summary>The kernel has taken something.</summary>
    internal void OnSent()
    {
        if (_isWaiting && _transport.PendingBytes <= _roomAt)
        {
            _isWaiting = false;
            _room.SetResult(true);
        }
    }

    /// <summary>The source has written everything.</summary>
    internal void End()
    {
        if (_isChunked)
        {
            _transport.Output.Write("0\r\n\r\n"u8);
        }
    }

    /// <summary>The connection has ended under the source.</summary>
    internal void Abort()
    {
        try
        {
            // Runs what the application has registered, which may throw.
            _aborted.Cancel();
        }
        finally
        {
            if (_isWaiting)
            {
                _isWaiting = false;
                _room.SetException(ConnectionEnded());
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => _room.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _room.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _room.OnCompleted(continuation, state, token, flags);

    private bool HasRoom => _transport.PendingBytes <= _transport.MaxPendingBytes;

    private static IOException ConnectionEnded() => new("The client has gone.");

    private void Check(long count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsOpen)
        {
            throw ConnectionEnded();
        }

        if (_isWaiting)
        {
            throw new InvalidOperationException("Another write to this answer is under way.");
        }

        if (BytesWritten + count > _length)
        {
            throw new InvalidOperationException($"The answer was announced with {_length} bytes, and more are written.");
        }
    }

    private async ValueTask WriteInPieces(ReadOnlyMemory<byte> buffer, CancellationToken cancellation)
    {
        while (!buffer.IsEmpty)
        {
            if (!HasRoom)
            {
                await WaitFor(_transport.MaxPendingBytes / 2);
                Check(buffer.Length, cancellation);
            }

            var piece = buffer[..Math.Min(buffer.Length, LargestPieceBytes)];
            Append(piece.Span);
            buffer = buffer[piece.Length..];
        }
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        // An empty chunk would be the last one (RFC 9112 §7.1).
        if (piece.IsEmpty)
        {
            return;
        }

        BeginChunk(piece.Length);
        _transport.Output.Write(piece);
        BytesWritten += piece.Length;
        EndChunk();
    }

    private void BeginChunk(long length)
    {
        if (!_isChunked)
        {
            return;
        }

        var line = _transport.Output.GetSpan(18);
        Utf8Formatter.TryFormat(length, line, out int digits, 'x');
        "\r\n"u8.CopyTo(line[digits..]);
        _transport.Output.Advance(digits + 2);
    }

    private void EndChunk()
    {
        if (_isChunked)
        {
            _transport.Output.Write("\r\n"u8);
        }

        _transport.SendWritten();
    }

    private ValueTask WaitFor(long pendingBytes)
    {
        if (_transport.PendingBytes <= pendingBytes)
        {
            return default;
        }

        _roomAt = pendingBytes;
        _isWaiting = true;
        _room.Reset();
        return new ValueTask(this, _room.Version);
    }

    private ValueTask WriteFromOtherThread(ReadOnlyMemory<byte> buffer, CancellationToken cancellation) =>
        OnCore(() => WriteAsync(buffer, cancellation));

    /// <summary>Writes on the core. What is posted to a core that has ended runs elsewhere again: there is no way home any more.</summary>
    private async ValueTask OnCore(Func<ValueTask> write) =>
        await (
            await _core.Run(() => Core.Current == _core ? write().AsTask() : throw ConnectionEnded()).ConfigureAwait(false)
        ).ConfigureAwait(false);
}
