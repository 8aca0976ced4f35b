using Stryke.Web.Http;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>An answer that a function writes.</summary>
internal sealed class WrittenSource(Func<ResponseStream, Task> write) : ResponseSource
{
    public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) => await write(stream);
}
