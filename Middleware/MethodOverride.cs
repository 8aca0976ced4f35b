using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// Lets a form ask for PUT, PATCH or DELETE, which HTML has no way to say: a POST of a form whose field <c>_method</c> names
/// one of them is routed as that. Of several fields of that name the first counts, however the form is encoded. A GET can never become
/// anything else.
/// </summary>
public static class MethodOverride
{
    /// <summary>What a form may ask for.</summary>
    internal static ReadOnlySpan<HttpVerb> Verbs => [HttpVerb.Patch, HttpVerb.Put, HttpVerb.Delete];

    /// <summary>
    /// Changes the request's verb, and with it its route, when its form asks for it. Allocates nothing for a urlencoded form.
    /// </summary>
    public static void Apply(RequestContext context)
    {
        if (context.Request.Verb == HttpVerb.Post)
            ApplyToForm(context);
    }

    private static void ApplyToForm(RequestContext context)
    {
        var request = context.Request;
        if (context.HasUpload)
        {
            if (context.UploadFault is null && context.Form.First("_method") is { } name)
                Override(context, Encoding.UTF8.GetBytes(name));
            return;
        }

        if (!MediaTypes.Is(request.ContentType, MediaTypes.Form))
            return;

        var fields = new FormReader(request.Body);
        while (fields.Read())
        {
            if (!fields.IsNamed("_method"u8))
                continue;
            OverrideEncoded(context, fields.RawValue);
            return;
        }
    }

    private static void OverrideEncoded(RequestContext context, ReadOnlySpan<byte> value)
    {
        // No name is longer, however it is encoded.
        Span<byte> name = stackalloc byte[3 * "delete".Length];
        if (value.Length <= name.Length)
            Override(context, name[..PercentEncoding.Decode(value, name, plusIsSpace: true)]);
    }

    private static void Override(RequestContext context, ReadOnlySpan<byte> name)
    {
        var verb = Parse(name);
        if (verb != HttpVerb.Unknown)
            context.Override(verb);
    }

    private static HttpVerb Parse(ReadOnlySpan<byte> name)
    {
        if (Ascii.EqualsIgnoreCase(name, "patch"u8))
            return HttpVerb.Patch;
        if (Ascii.EqualsIgnoreCase(name, "delete"u8))
            return HttpVerb.Delete;
        return Ascii.EqualsIgnoreCase(name, "put"u8) ? HttpVerb.Put : HttpVerb.Unknown;
    }
}
