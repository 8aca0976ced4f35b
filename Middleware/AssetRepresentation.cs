using Stryke.Web.Http;
using Stryke.Web.Http.Ranges;

namespace Stryke.Web.Middleware;

/// <summary>An asset for a client that asks for a part of it.</summary>
internal sealed class AssetRepresentation(Asset asset) : Representation
{
    public override long Length => asset.Bytes.Length;

    public override ReadOnlySpan<byte> EntityTag => asset.EntityTag;

    public override ResponseSource Open(long offset, long count) => new Source(asset, (int)offset, (int)count);

    private sealed class Source(Asset asset, int offset, int count) : ResponseSource
    {
        public override long? Length => count;

        public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) =>
            stream.WriteAsync(asset.Memory.Slice(offset, count), aborted);
    }
}
