namespace Stryke.Web.Specs.Fuzz.Scripts;

/// <summary>What made-up scripts are put together from.</summary>
internal static class ScriptWords
{
    public static readonly string[] Names =
    [
        "a",
        "b",
        "c",
        "of",
        "get",
        "set",
        "async",
        "$",
        "_d",
        "static",
        "x.if",
        "x.return",
        "x.case",
        "this",
        "\\u0061b",
        "ä",
        "from",
        "as",
    ];

    public static readonly string[] Keys =
    [
        "a",
        "if",
        "return",
        "case",
        "of",
        "get",
        "set",
        "async",
        "await",
        "yield",
        "in",
        "'k'",
        "7",
        "[a / 2]",
        "\"/\"",
        "class",
        "function",
        "static",
    ];

    public static readonly string[] Numbers = ["1", "0x1F", "1_000", "1.5", ".5", "1.", "10n", "1e+3"];

    public static readonly string[] Regexes =
    [
        "/\"/",
        "/'/g",
        "/`/",
        "/[/\"']/u",
        "/\\//",
        "/[\\]/\"]/",
        "/a\"b/i",
        "/(?:'|\")+/gim",
        "/${/",
        "/\\u{61}\"/u",
        "/=\"/",
        "/[`'\"]/v",
    ];

    public static readonly string[] Binary =
    [
        "+",
        "-",
        "*",
        "/",
        "%",
        "**",
        "<",
        ">",
        "&&",
        "||",
        "??",
        "===",
        "in",
        "instanceof",
        "<<",
        ">>>",
        "&",
        "|",
        "/",
        "/",
    ];

    public static readonly string[] Gaps = [" ", "", " ", "\n", "/* \" */", "/* \n ' */", " // it's\n", "\t", "\u2028", "\r\n"];
}
