namespace Stryke.Web.Compiler.Views.Html;

/// <summary>How a value is escaped. Each but <see cref="None"/> is the name of a method of the run time's <c>HtmlWriter</c>.</summary>
internal enum HtmlEscape
{
    /// <summary>Not a value.</summary>
    None,

    /// <summary>Between tags, in a title or a textarea.</summary>
    Text,

    /// <summary>In a quoted attribute.</summary>
    Attribute,

    /// <summary>At the start of a URL.</summary>
    Url,

    /// <summary>In the path of a URL.</summary>
    UrlPath,

    /// <summary>In the query or fragment of a URL.</summary>
    UrlPart,

    /// <summary>One URL or several in <c>srcset</c>.</summary>
    UrlSet,

    /// <summary>One URL or several with spaces between.</summary>
    UrlList,

    /// <summary>What an animation may set a link's target to.</summary>
    UrlValues,

    /// <summary>A value in a script.</summary>
    Script,

    /// <summary>Part of a string in a script.</summary>
    ScriptString,

    /// <summary>As it is.</summary>
    Raw,
}
