namespace Stryke.Web.Http.Http1;

/// <summary>A range of bytes of a message. The default value is empty.</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> message) => message.Slice(Start, Length);
}
