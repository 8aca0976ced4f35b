using Stryke.Web.Http;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>Reads a request whose body is wanted whole, as a connection does it.</summary>
internal static class BufferedReading
{
    public static ParseStatus ReadWhole(
        ref this RequestReader reader,
        byte[] buffer,
        int start,
        int end,
        HttpRequest request,
        long maxBytes = 1 << 20
    )
    {
        var status = reader.Read(buffer, start, end, request);
        if (status != ParseStatus.Head)
        {
            return status;
        }

        reader.BufferBody(request.Head, maxBytes);
        return reader.Read(buffer, start, end, request);
    }
}
