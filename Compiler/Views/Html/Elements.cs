using Stryke.Web.Compiler.Views.Scripts;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>What the names of elements mean for escaping.</summary>
internal static class Elements
{
    private static readonly string[] RawText = ["style", "xmp", "iframe", "noembed", "noframes", "plaintext"];

    // HTML, "JavaScript MIME type"; the versions are those of old pages.
    private static readonly string[] JavaScript =
    [
        "",
        "text/javascript",
        "application/javascript",
        "text/ecmascript",
        "application/ecmascript",
        "application/x-javascript",
        "application/x-ecmascript",
        "text/x-javascript",
        "text/x-ecmascript",
        "text/jscript",
        "text/livescript",
        "text/javascript1.0",
        "text/javascript1.1",
        "text/javascript1.2",
        "text/javascript1.3",
        "text/javascript1.4",
        "text/javascript1.5",
    ];

    /// <summary>Elements whose text a parser takes as it is (HTML, "Parsing HTML fragments").</summary>
    public static bool IsRawText(string tag) => RawText.Contains(tag);

    public static bool IsRcData(string tag) => tag is "title" or "textarea";

    /// <summary>Whether the text of that element of HTML is read in a way of its own.</summary>
    public static bool HasOwnText(string tag) => tag == "script" || IsRawText(tag) || IsRcData(tag);

    /// <summary>Elements after whose start tag a parser drops one line end.</summary>
    public static bool DropsFirstLineEnd(string tag) => tag is "textarea" or "pre" or "listing";

    /// <summary>What a script of that type is; null for a block of data in some other language.</summary>
    public static ScriptKind? KindOf(string type)
    {
        string name = type.Trim(' ', '\t', '\n', '\r', '\f').ToLowerInvariant();
        if (JavaScript.Contains(name))
            return ScriptKind.Classic;
        if (name == "module")
            return ScriptKind.Module;
        // A type that begins with a question mark is not known, or given twice.
        bool isJson = name is "importmap" or "speculationrules" || name.EndsWith("json", StringComparison.Ordinal);
        return isJson && name[0] != '?' ? ScriptKind.Json : null;
    }
}
