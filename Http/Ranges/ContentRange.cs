namespace Stryke.Web.Http.Ranges;

/// <summary>A range of bytes of a representation, as <c>Content-Range</c> has it (RFC 9110 §14.4).</summary>
internal readonly record struct ContentRange(long Offset, long Length)
{
    public long Last => Offset + Length - 1;
}
