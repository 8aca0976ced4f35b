namespace Stryke.Web.Views;

/// <content>Links, and buttons that act as one.</content>
public abstract partial class Template
{
    /// <summary>A link.</summary>
    /// <param name="text">What it shows.</param>
    /// <param name="path">Where it leads: one of <c>Paths</c>, or any URL that <see cref="HtmlWriter.Url(string?)"/> lets through.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes: <c>[("rel", "nofollow")]</c>.</param>
    protected Html LinkTo(string text, string path, string? @class = null, ReadOnlySpan<(string Name, string? Value)> attributes = default)
    {
        var link = BeginFragment(out int start);
        BeginLink(link, path, @class, attributes);
        link.Text(text);
        link.Literal("</a>"u8);
        return EndFragment(start);
    }

    /// <summary>A link around markup.</summary>
    /// <param name="content">What it shows.</param>
    /// <param name="path">Where it leads.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    protected Html LinkTo(Html content, string path, string? @class = null, ReadOnlySpan<(string Name, string? Value)> attributes = default)
    {
        var link = BeginFragment(out int start);
        BeginLink(link, path, @class, attributes);
        link.Text(content);
        link.Literal("</a>"u8);
        return EndFragment(start);
    }

    /// <summary>
    /// A form that is only a button: what a link may not do, because it changes something.
    /// Methods that HTML does not know travel as <c>_method</c>; forms to this app carry the token against forgery.
    /// </summary>
    /// <param name="text">What the button shows.</param>
    /// <param name="path">Where it sends.</param>
    /// <param name="method"><c>get</c>, <c>post</c>, <c>put</c>, <c>patch</c> or <c>delete</c>.</param>
    /// <param name="confirm">A question that the page's script may ask first: the form's <c>data-confirm</c>.</param>
    /// <param name="class">The button's class.</param>
    /// <param name="attributes">Further attributes of the button.</param>
    protected Html ButtonTo(
        string text,
        string path,
        [FormMethod] string method = "post",
        string? confirm = null,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        var form = BeginFragment(out int start);
        FormMarkup.Open(form, Request, path, method, "button-to", isMultipart: false, [("data-confirm", confirm)]);
        form.Literal("<button type=\"submit\""u8);
        form.NamedAttribute("class", @class);
        form.NamedAttributes(attributes);
        form.Literal(">"u8);
        form.Text(text);
        form.Literal("</button></form>"u8);
        return EndFragment(start);
    }

    /// <summary>A link that opens a new mail to an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="text">What the link shows; the address when null.</param>
    /// <param name="class">Its class.</param>
    protected Html MailTo(string address, string? text = null, string? @class = null)
    {
        var link = BeginFragment(out int start);
        link.Literal("<a href=\"mailto:"u8);
        link.UrlPart(address);
        link.Literal("\""u8);
        link.NamedAttribute("class", @class);
        link.Literal(">"u8);
        link.Text(text ?? address);
        link.Literal("</a>"u8);
        return EndFragment(start);
    }

    /// <summary>
    /// Whether the request is for that path, so that its link can be marked: <c>("aria-current", IsCurrent(Paths.Posts) ? "page" :
    /// null)</c>. Queries are not compared. Where two paths without parameters lead to one action, as <c>/</c> and <c>/posts</c> after
    /// <c>Root(Posts.Index)</c>, both are current on its page.
    /// </summary>
    /// <param name="path">A path of this app.</param>
    protected bool IsCurrent(string path) => Request.IsCurrent(path);

    private static void BeginLink(HtmlWriter link, string path, string? @class, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        link.Literal("<a href=\""u8);
        link.Url(path);
        link.Literal("\""u8);
        link.NamedAttribute("class", @class);
        link.NamedAttributes(attributes);
        link.Literal(">"u8);
    }
}
