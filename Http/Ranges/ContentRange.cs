namespace Stryke.Web.Http.Ranges;

/// <summary>A range of bytes that there is.</summary>
internal readonly record struct ContentRange(long Offset, long Length)
{
    public long Last => Offset + Length - 1;
}
