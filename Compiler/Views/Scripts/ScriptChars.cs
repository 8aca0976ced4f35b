using System.Globalization;

namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>Of what characters the tokens of a script are (ECMA-262 §12).</summary>
internal static class ScriptChars
{
    /// <summary>A token that has ended already, and takes in only what would run into it: the flags of a regular expression.</summary>
    public const string Ended = "/";

    /// <summary>Two tokens that a block of the template may or may not have parted.</summary>
    public const string Torn = "?/";

    private static readonly string[] Signs = ["++", "--", "=>", "?.", "??", "..", "...", "<!", "<!-"];

    public static bool IsLineEnd(char c) => c is '\n' or '\u2028' or '\u2029';

    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\v' or '\f' or '\uFEFF'
        || (c > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    /// <summary>Whether a character is (part of) a name, a private name, a number or an escape in a name.</summary>
    public static bool IsWord(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '$' or '#' or '\\'
        || (c > '\u007F' && !IsSpace(c) && !IsLineEnd(c));

    public static bool IsNumber(string token) =>
        token[0] is >= '0' and <= '9' || (token.Length > 1 && token[0] == '.' && token[1] is >= '0' and <= '9');

    public static bool IsName(string token) => IsWord(token[0]) && token[0] is not (>= '0' and <= '9');

    /// <summary>Whether a character starts a token that more may belong to.</summary>
    public static bool StartsToken(char c) => IsWord(c) || c is '+' or '-' or '=' or '?' or '.' or '<';

    /// <summary>Whether the character belongs to the token.</summary>
    public static bool GoesOn(string token, char c)
    {
        if (token.StartsWith(Ended, StringComparison.Ordinal) || token.StartsWith(Torn, StringComparison.Ordinal))
            return IsWord(c) && c != '#';
        if (IsNumber(token))
            return c == '.' || (IsWord(c) && c != '#');
        if (IsName(token))
        {
            return (IsWord(c) && c != '#')
                || (c == '{' && token.EndsWith("\\u", StringComparison.Ordinal))
                || (c == '}' && IsInEscape(token));
        }

        return Signs.Contains(token + c) || (token == "." && c is >= '0' and <= '9');
    }

    // "\u{69}"
    private static bool IsInEscape(string token) => token.LastIndexOf("\\u{", StringComparison.Ordinal) > token.LastIndexOf('}');
}
