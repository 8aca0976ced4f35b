using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>Every offset that the parser gives lies in the head, and the head in what has arrived.</summary>
internal static class HeadBounds
{
    /// <exception cref="ArgumentOutOfRangeException">One does not.</exception>
    public static void Check(RequestHead head, ReadOnlySpan<byte> arrived)
    {
        var message = arrived[..head.Length];
        foreach (
            var range in (ReadOnlySpan<ByteRange>)
                [head.Method, head.Target, head.Path, head.Query, head.Host, head.ContentType, head.Cookie]
        )
        {
            range.Of(message);
        }

        foreach (var line in head.Fields)
        {
            line.Name(message[head.FieldsStart..]);
            line.Value(message[head.FieldsStart..]);
        }
    }
}
