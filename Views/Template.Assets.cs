namespace Stryke.Web.Views;

/// <content>Files of <c>public/</c>.</content>
public abstract partial class Template
{
    /// <summary>A link to a stylesheet: <c>StylesheetLink("app")</c> is <c>public/css/app.css</c>.</summary>
    /// <param name="name">Its path below <c>public/css</c> without the extension.</param>
    protected Html StylesheetLink(string name)
    {
        var tag = BeginFragment(out int start);
        tag.Literal("<link rel=\"stylesheet\" href=\""u8);
        tag.Url(Request.AssetPath($"css/{name}.css"));
        tag.Literal("\">"u8);
        return EndFragment(start);
    }

    /// <summary>A script that runs when the page is parsed: <c>ScriptLink("app")</c> is <c>public/js/app.js</c>.</summary>
    /// <param name="name">Its path below <c>public/js</c> without the extension.</param>
    protected Html ScriptLink(string name)
    {
        var tag = BeginFragment(out int start);
        tag.Literal("<script defer src=\""u8);
        tag.Url(Request.AssetPath($"js/{name}.js"));
        tag.Literal("\"></script>"u8);
        return EndFragment(start);
    }

    /// <summary>An image.</summary>
    /// <param name="name">Its path below <c>public</c>: <c>images/logo.svg</c>.</param>
    /// <param name="alt">What stands for it where it is not seen; empty for one that only decorates.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    protected Html ImageTag(string name, string alt, string? @class = null, ReadOnlySpan<(string Name, string? Value)> attributes = default)
    {
        var tag = BeginFragment(out int start);
        tag.Literal("<img src=\""u8);
        tag.Url(Request.AssetPath(name));
        tag.Literal("\" alt=\""u8);
        tag.Attribute(alt);
        tag.Literal("\""u8);
        tag.NamedAttribute("class", @class);
        tag.NamedAttributes(attributes);
        tag.Literal(">"u8);
        return EndFragment(start);
    }
}
