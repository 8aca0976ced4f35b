namespace Stryke.Web.Http.Bodies;

/// <summary>A body that has arrived already, for code that reads every body as a <see cref="RequestBody"/>.</summary>
internal sealed class BufferedBody(HttpRequest request) : RequestBody
{
    public override long? Length => request.Body.Length;

    public override ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation = default)
    {
        var rest = request.Body[(int)Position..];
        int count = Math.Min(rest.Length, into.Length);
        rest[..count].CopyTo(into.Span);
        Position += count;
        return new(count);
    }
}
