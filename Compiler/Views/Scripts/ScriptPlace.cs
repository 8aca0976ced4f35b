namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>Where in a script a template is.</summary>
internal enum ScriptPlace
{
    /// <summary>Between tokens, or in one that is a word, a number or punctuation.</summary>
    Code,

    /// <summary>After a slash that is still to become a division, a comment or a regular expression.</summary>
    Slash,

    /// <summary>In <c>"…"</c>.</summary>
    DoubleQuoted,

    /// <summary>In <c>'…'</c>.</summary>
    SingleQuoted,

    /// <summary>In <c>`…`</c>.</summary>
    Template,

    /// <summary>In <c>// …</c>, or in one of Annex B: <c>&lt;!-- …</c>, <c>--&gt; …</c>.</summary>
    LineComment,

    /// <summary>In <c>/* … */</c>.</summary>
    BlockComment,

    /// <summary>In <c>/…/</c>.</summary>
    Regex,

    /// <summary>In <c>[…]</c> of a regular expression.</summary>
    RegexClass,
}
