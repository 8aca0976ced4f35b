namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Where in a script a template is.</summary>
internal enum ScriptPlace
{
    /// <summary>Where an expression may stand.</summary>
    Code,

    /// <summary>After a slash that is still to become a division, a comment or a regular expression.</summary>
    Slash,

    /// <summary>In <c>"…"</c>.</summary>
    DoubleQuoted,

    /// <summary>In <c>'…'</c>.</summary>
    SingleQuoted,

    /// <summary>In <c>`…`</c>.</summary>
    Template,

    /// <summary>In <c>// …</c>.</summary>
    LineComment,

    /// <summary>In <c>/* … */</c>.</summary>
    BlockComment,

    /// <summary>In <c>/…/</c>.</summary>
    Regex,

    /// <summary>In <c>[…]</c> of a regular expression.</summary>
    RegexClass,
}
