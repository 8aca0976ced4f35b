namespace Stryke.Web.Http.Http1;

/// <summary>A stretch of the message, counted from its start. The default value is absent and reads as empty.</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> message) => message.Slice(Start, Length);
}
