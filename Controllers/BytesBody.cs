namespace Stryke.Web.Controllers;

/// <summary>Bytes that were answered away from the connection's core, kept until they come home.</summary>
internal sealed class BytesBody(byte[] bytes, MediaType media) : ResultBody
{
    public override void Write(Controller controller, ResultWriters writers)
    {
        controller.Response.SetContentType(media.Utf8());
        controller.Response.Write(bytes);
    }
}
