namespace Stryke.Web.Views;

/// <content>How a view and its layout meet.</content>
public abstract partial class Template
{
    /// <summary>In a layout: the view.</summary>
    protected Html Yield() => new(_body, 0);

    /// <summary>In a layout: the block that the view filled with <see cref="ContentFor(string)"/>, or nothing.</summary>
    /// <param name="name">The block's name.</param>
    protected Html Yield(string name) => _slots.Find(name) is { } block ? new Html(block, 0) : Html.Empty;

    /// <summary>Whether the view filled a block of that name.</summary>
    /// <param name="name">The block's name.</param>
    protected bool HasContent(string name) => _slots.Find(name) is { Length: > 0 };

    /// <summary>
    /// In a view: what is written until the scope closes goes to the named block of the layout.
    /// <c>&lt;% using (ContentFor("head")) { %&gt; … &lt;% } %&gt;</c>. Filling a block twice appends.
    /// </summary>
    /// <param name="name">The block's name.</param>
    protected ContentScope ContentFor(string name) => new(Out, _slots.Open(name));

    /// <summary>The message left by the action before this one, or null.</summary>
    /// <param name="kind"><c>notice</c>, <c>alert</c>, or a kind of the app's own.</param>
    protected string? Flash(string kind) => Request.Flash(kind);
}
