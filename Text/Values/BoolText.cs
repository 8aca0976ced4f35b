using System.Text;

namespace Stryke.Web.Text.Values;

/// <summary>The words for true and false: those of JSON, of check boxes, and of people.</summary>
internal static class BoolText
{
    private static readonly string[] s_true = ["1", "true", "on", "yes"];
    private static readonly string[] s_false = ["0", "false", "off", "no"];

    public static ValueError Read(ReadOnlySpan<char> text, out bool value)
    {
        value = IsOneOf(s_true, text);
        return value || IsOneOf(s_false, text) ? ValueError.None : ValueError.Malformed;
    }

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> text)
    {
        foreach (string word in words)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
                return true;
        }
        return false;
    }
}
