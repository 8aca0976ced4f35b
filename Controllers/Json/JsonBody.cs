using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Http;

namespace Stryke.Web.Controllers.Json;

/// <summary>A value that was answered away from the connection's core, kept until it comes home.</summary>
internal sealed class JsonBody<T>(T value) : ResultBody
{
    public override void Write(Controller controller, Pipeline pipeline)
    {
        controller.Response.SetContentType(MediaTypes.Json);
        pipeline.Json.Write(controller.Response, value);
    }
}
