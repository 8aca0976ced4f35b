using System.Text;

namespace Stryke.Web.Text.Values;

/// <summary>The words for true and false: those of JSON, of check boxes, and of people.</summary>
internal static class BoolText
{
    private static readonly string[] True = ["1", "true", "on", "yes"];
    private static readonly string[] False = ["0", "false", "off", "no"];

    public static ValueError Read(ReadOnlySpan<char> text, out bool value)
    {
        value = IsOneOf(True, text);
        return value || IsOneOf(False, text) ? ValueError.None : ValueError.Malformed;
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
