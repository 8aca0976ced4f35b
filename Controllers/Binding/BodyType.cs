using System.ComponentModel;
using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Controllers.Binding;

/// <summary>
/// Whether an action takes the body of a request, by its media type. The generated dispatch calls it before anything else of an action with
/// <c>[Consumes]</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BodyType
{
    /// <summary>Checks the type of the body, where there is one.</summary>
    /// <param name="controller">The controller with its request.</param>
    /// <param name="mediaTypes">The types, with commas between them.</param>
    /// <param name="refusal">The 415.</param>
    public static bool IsAccepted(Controller controller, ReadOnlySpan<byte> mediaTypes, out Result refusal)
    {
        refusal = default;
        controller.Context.AcceptsAnyBody = true;
        bool hasBody = controller.Context.Exchange.RequestBody.Length != 0 || controller.Context.HasUpload;
        if (!hasBody || MediaRanges.Of(mediaTypes, controller.Request.ContentType).IsAcceptable)
            return true;
        refusal = Result.Error(ResultKind.UnsupportedMediaType, 415, $"Send a body of the type {Encoding.UTF8.GetString(mediaTypes)}.");
        return false;
    }
}
