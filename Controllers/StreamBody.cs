using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

/// <summary>A function that writes the body. Its controller stays with the request until it has ended.</summary>
internal sealed class StreamBody(Func<ResponseStream, CancellationToken, Task> write, string contentType, long? length) : ResultBody
{
    public override void Write(Controller controller, ResultWriters writers)
    {
        controller.Response.SetContentType(Encoding.ASCII.GetBytes(contentType));
        controller.Response.SetSource(new Source(controller, write, length));
    }

    private sealed class Source(Controller controller, Func<ResponseStream, CancellationToken, Task> write, long? length) : ResponseSource
    {
        public override long? Length => length;

        public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) => new(write(stream, aborted));

        protected override void Dispose(bool disposing) => controller.End();
    }
}
