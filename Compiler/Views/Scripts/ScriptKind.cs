namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>What the text of a script element is.</summary>
internal enum ScriptKind
{
    /// <summary>JavaScript with all that the Web allows for the sake of old pages (ECMA-262 Annex B).</summary>
    Classic,

    /// <summary>A JavaScript module: <c>await</c> is a keyword, and <c>&lt;!--</c> is no comment.</summary>
    Module,

    /// <summary>JSON: strings in double quotes, and nothing else that could hide a quote.</summary>
    Json,
}
