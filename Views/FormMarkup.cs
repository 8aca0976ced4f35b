namespace Stryke.Web.Views;

/// <summary>The parts that every form has.</summary>
internal static class FormMarkup
{
    /// <summary>
    /// Writes the form's start tag and its hidden fields. The token only goes into forms that send to this app: another host
    /// that learned it could forge what it protects.
    /// </summary>
    public static void Open(
        HtmlWriter form,
        ViewRequest request,
        string path,
        string method,
        string? @class,
        bool isMultipart,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        bool get = method.Equals("get", StringComparison.OrdinalIgnoreCase);
        form.Literal("<form"u8);
        form.NamedAttribute("class", @class);
        form.Literal(get ? " method=\"get\" action=\""u8 : " method=\"post\" action=\""u8);
        form.Url(path);
        form.Literal("\" accept-charset=\"UTF-8\""u8);
        if (isMultipart)
        {
            if (get)
                throw new ArgumentException("A form that sends files cannot be sent by GET, which has no body.", nameof(method));
            form.Literal(" enctype=\"multipart/form-data\""u8);
        }
        form.NamedAttributes(attributes);
        form.Literal(">"u8);
        if (get)
            return;
        if (!method.Equals("post", StringComparison.OrdinalIgnoreCase))
        {
            form.Literal("<input type=\"hidden\" name=\"_method\" value=\""u8);
            form.Attribute(MethodName(method));
            form.Literal("\">"u8);
        }
        if (IsOurs(path))
            CsrfField(form, request);
    }

    public static void CsrfField(HtmlWriter form, ViewRequest request)
    {
        form.Literal("<input type=\"hidden\" name=\"authenticity_token\" value=\""u8);
        form.Attribute(request.CsrfToken);
        form.Literal("\">"u8);
    }

    /// <summary>Begins the element of a file; its names and its end are the caller's.</summary>
    public static void BeginFile(HtmlWriter tag, string? accept, bool multiple)
    {
        tag.Literal("<input type=\"file\""u8);
        tag.NamedAttribute("accept", accept);
        if (multiple)
            tag.Literal(" multiple"u8);
    }

    private static string MethodName(string method) =>
        method.ToLowerInvariant() switch
        {
            "put" => "put",
            "patch" => "patch",
            "delete" => "delete",
            _ => throw new ArgumentException($"A form cannot send \"{method}\": get, post, put, patch or delete.", nameof(method)),
        };

    // RFC 3986 §4.2: "//host/path" has an authority of its own, and browsers read a backslash as a slash.
    private static bool IsOurs(string path) =>
        path.Length == 0
        || path[0] is '?' or '#'
        || (path[0] == '/' && !(path.Length > 1 && path[1] is '/' or '\\') && !path.AsSpan().ContainsAny("\t\r\n"));

    /// <summary>The id of the element of a name: <c>post_title</c> for <c>post[title]</c>.</summary>
    internal static string IdOf(string name) => name.Replace("]", "", StringComparison.Ordinal).Replace('[', '_');
}
