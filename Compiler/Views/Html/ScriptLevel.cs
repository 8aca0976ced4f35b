namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// How a parser of HTML reads the text of a script after <c>&lt;!--</c> (HTML, "Script data escaped state" and its neighbours).
/// </summary>
internal enum ScriptLevel
{
    /// <summary>As script.</summary>
    Plain,

    /// <summary>After <c>&lt;!--</c>.</summary>
    Escaped,

    /// <summary>After <c>&lt;script</c> within that: an end tag only ends this.</summary>
    DoubleEscaped,
}
