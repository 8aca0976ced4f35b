using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

/// <summary>A value that was answered away from the connection's core, kept until it comes home.</summary>
internal sealed class JsonBody<T>(T value) : ResultBody
{
    public override void Write(Controller controller, ResultWriters writers)
    {
        controller.Response.SetContentType(MediaTypes.Json);
        writers.Json.Write(controller.Response, value);
    }
}
