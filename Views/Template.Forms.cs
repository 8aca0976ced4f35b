namespace Stryke.Web.Views;

/// <content>Forms that belong to no model. <c>FormFor</c>, for those that do, is generated.</content>
public abstract partial class Template
{
    /// <summary>
    /// Opens a form; it closes with the scope. <c>&lt;% using (FormTag(Paths.Login)) { %&gt; … &lt;% } %&gt;</c>.
    /// Methods that HTML does not know travel as <c>_method</c>; forms to this app carry the token against forgery.
    /// </summary>
    /// <param name="path">Where it sends.</param>
    /// <param name="method"><c>get</c>, <c>post</c>, <c>put</c>, <c>patch</c> or <c>delete</c>.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    /// <param name="multipart">Whether it sends files (<see cref="FileField"/>).</param>
    protected FormScope FormTag(
        string path,
        [FormMethod] string method = "post",
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default,
        bool multipart = false
    )
    {
        FormMarkup.Open(Out, Request, path, method, @class, multipart, attributes);
        return new FormScope(Out);
    }

    /// <summary>
    /// A field for a file, in a form that is opened with <c>multipart: true</c>; without that a browser sends the file's name and nothing
    /// of the file. The action has it as a parameter of type <c>UploadedFile</c>.
    /// </summary>
    /// <param name="name">The name that it is sent under.</param>
    /// <param name="accept">What the visitor may choose: <c>image/*,.pdf</c>. A hint to the browser; anything may come.</param>
    /// <param name="multiple">Whether several may be chosen.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    protected Html FileField(
        string name,
        string? accept = null,
        bool multiple = false,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        var tag = BeginFragment(out int start);
        FormMarkup.BeginFile(tag, accept, multiple);
        tag.NamedAttribute("id", FormMarkup.IdOf(name));
        tag.NamedAttribute("name", name);
        tag.NamedAttribute("class", @class);
        tag.NamedAttributes(attributes);
        tag.Literal(">"u8);
        return EndFragment(start);
    }

    /// <summary>The hidden field by which a form that is written by hand shows that it is ours.</summary>
    protected Html CsrfField()
    {
        var field = BeginFragment(out int start);
        FormMarkup.CsrfField(field, Request);
        return EndFragment(start);
    }

    /// <summary>The token against forgery for scripts, to be sent as <c>X-CSRF-Token</c>: two meta elements for the head.</summary>
    protected Html CsrfMetaTags()
    {
        var tags = BeginFragment(out int start);
        tags.Literal("<meta name=\"csrf-param\" content=\"authenticity_token\"><meta name=\"csrf-token\" content=\""u8);
        tags.Attribute(Request.CsrfToken);
        tags.Literal("\">"u8);
        return EndFragment(start);
    }
}
