using Stryke.Web.Http;
using Stryke.Web.Http.Ranges;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Answers GET and HEAD with the files of <c>public/</c> where no route matched. A browser that has the file is told so with 304,
/// one that wants another version of it with 412 (RFC 9110 §13.2.2); a URL with the right fingerprint (<see cref="Assets.PathFor"/>) may
/// be kept for a year.
/// </summary>
public struct StaticAssets : IMiddleware
{
    private Assets _assets;

    /// <inheritdoc/>
    public void Start(RequestServices services) => _assets = services.Assets;

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context)
    {
        if (context.Route.IsFound || context.Route.IsMethodNotAllowed || _assets.IsEmpty)
            return true;
        if (context.Request.Verb is not (HttpVerb.Get or HttpVerb.Head))
            return true;
        if (_assets.Find(PercentEncoding.Decode(context.Request.RawPath[1..])) is not { } asset)
            return true;

        Answer(context, asset);
        return false;
    }

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context) { }

    private static void Answer(RequestContext context, Asset asset)
    {
        var response = context.Response;
        response.AddHeaderLines(IsPinned(context.Request.RawQuery, asset) ? asset.ImmutableLines : asset.RevalidateLines);
        response.Status = Preconditions.Evaluate(context.Request, asset.EntityTag, lastModified: null);
        if (response.Status != 200)
            return;
        if (context.Request.Headers.Contains("Range"u8))
        {
            RangeResponse.Write(context.Request, response, new AssetRepresentation(asset), asset.MediaType);
            return;
        }

        response.SetContentType(asset.MediaType);
        response.Write(asset.Bytes);
    }

    private static bool IsPinned(ReadOnlySpan<byte> query, Asset asset) =>
        query.StartsWith("v="u8) && query[2..].SequenceEqual(asset.EntityTag[1..^1]);
}
