namespace Stryke.Web.Http.Ranges;

/// <summary>
/// Parts of one representation, each with bytes before it, and bytes at the end: <c>multipart/byteranges</c> (RFC 9110 §14.6), or a single part with
/// nothing around it.
/// </summary>
internal sealed class PartsSource(
    Representation representation,
    IReadOnlyList<(byte[] Before, ContentRange ContentRange)> parts,
    byte[] end
) : ResponseSource
{
    public override long? Length => parts.Sum(part => part.Before.Length + part.ContentRange.Length) + end.Length;

    public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
    {
        foreach (var (before, range) in parts)
        {
            await stream.WriteAsync(before, aborted);
            using var source = representation.Open(range.Offset, range.Length);
            await source.WriteTo(stream, aborted);
        }

        await stream.WriteAsync(end, aborted);
    }

    protected override void Dispose(bool disposing) => representation.Dispose();
}
