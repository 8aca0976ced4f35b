namespace Stryke.Web.Http.Bodies;

/// <summary>A body behind the interface that libraries know.</summary>
internal sealed class RequestBodyStream(RequestBody body) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => body.Length ?? throw new NotSupportedException("The client did not say how long the body is.");

    public override long Position
    {
        get => body.Position;
        set => throw new NotSupportedException("A request's body is read from start to end.");
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        body.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        body.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A request's body is read with ReadAsync: to wait for a client would hold the core.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A request's body is read from start to end.");

    public override void SetLength(long value) => throw new NotSupportedException("A request's body is not written.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A request's body is not written.");
}
