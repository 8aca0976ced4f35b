namespace Stryke.Web.Text.Values;

/// <summary>The digits 0 to 9, and none of the other scripts'. Plain loops: what is read here has few characters.</summary>
internal static class AsciiDigits
{
    /// <summary>Whether a text is one digit or more, and nothing else.</summary>
    public static bool Are(ReadOnlySpan<char> text) => !text.IsEmpty && Count(text) == text.Length;

    /// <summary>How many digits a text begins with.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        return count;
    }
}
