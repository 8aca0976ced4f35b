namespace Stryke.Web.Http.Bodies;

/// <summary>A body as a <see cref="Stream"/>.</summary>
internal sealed class RequestBodyStream(RequestBody body) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => body.Length ?? throw new NotSupportedException("The length of a chunked body is not known.");

    public override long Position
    {
        get => body.Position;
        set => throw new NotSupportedException("The body of a request can be read from start to end only.");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        body.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        body.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The body of a request is read with ReadAsync: a blocking read would stop the core.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("The body of a request can be read from start to end only.");

    public override void SetLength(long value) => throw new NotSupportedException("The body of a request cannot be written.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The body of a request cannot be written.");
}
