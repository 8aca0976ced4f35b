namespace Stryke.Web.Http.Bodies;

/// <summary>A body that was there before the application was called, for code that reads every body the same way.</summary>
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
