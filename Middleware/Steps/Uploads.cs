using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Reads a form with files (<c>multipart/form-data</c>) as it arrives, before the steps inside this one and the action run: its text is
/// then in <see cref="RequestContext.Form"/>, its files are in <see cref="RequestContext.Files"/>. Only for an action that does not read
/// the body itself. A request of another kind passes at no cost.
/// </summary>
/// <remarks>
/// Stands outside <see cref="Csrf"/>, whose token is one of the fields. What cannot be read is refused with the status of its
/// <see cref="RequestBodyException"/>, and the connection is closed.
/// </remarks>
public struct Uploads : IAsyncMiddleware
{
    /// <inheritdoc/>
    public static bool ReadsUploads => true;

    /// <inheritdoc/>
    public readonly void Start(RequestServices services) { }

    /// <inheritdoc/>
    public readonly ValueTask<bool> OnRequest(RequestContext context)
    {
        context.ReadsUploads = true;
        return context.ExpectsUpload ? Read(context) : new(true);
    }

    /// <inheritdoc/>
    public readonly ValueTask OnResponse(RequestContext context) => default;

    private static async ValueTask<bool> Read(RequestContext context)
    {
        var services = context.Services;
        try
        {
            await UploadReader.Read(
                context.Exchange.RequestBody,
                context.Request.ContentType,
                context.Core.Buffers,
                services.Uploads,
                context.OpenUpload(out var files),
                files,
                services.MaxFields
            );
        }
        catch (Exception fault)
        {
            context.UploadFault = fault;
            throw;
        }

        bool isApi = context.IsApi;
        MethodOverride.Apply(context);

        // The request has come in by the one chain; what the steps of the other would have checked has not been.
        if (context.IsApi != isApi)
            throw new BadRequestException("The form's _method asks for an action of the API from a page, or the other way round.");
        return true;
    }
}
