using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// Lets a form ask for PUT, PATCH or DELETE, which HTML has no way to say: a urlencoded POST whose field <c>_method</c> names
/// one of them is routed as that. Applied before routing. A GET can never become anything else.
/// </summary>
public static class MethodOverride
{
    /// <summary>Changes the request's verb when its form asks for it. Allocates nothing.</summary>
    public static void Apply(RequestContext context)
    {
        var request = context.Request;
        if (request.Verb != HttpVerb.Post || !MediaTypes.Is(request.ContentType, MediaTypes.Form)) return;

        var fields = new FormReader(request.Body);
        while (fields.Read())
        {
            if (!fields.RawName.SequenceEqual("_method"u8)) continue;
            var verb = Parse(fields.RawValue);
            if (verb != HttpVerb.Unknown) request.OverrideVerb(verb);
            return;
        }
    }

    private static HttpVerb Parse(ReadOnlySpan<byte> name)
    {
        if (System.Text.Ascii.EqualsIgnoreCase(name, "patch"u8)) return HttpVerb.Patch;
        if (System.Text.Ascii.EqualsIgnoreCase(name, "delete"u8)) return HttpVerb.Delete;
        return System.Text.Ascii.EqualsIgnoreCase(name, "put"u8) ? HttpVerb.Put : HttpVerb.Unknown;
    }
}
