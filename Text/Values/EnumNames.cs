using System.Text;

namespace Stryke.Web.Text.Values;

/// <summary>The members of an enum by their names, looked up once for each enum.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    // Both are in the order of the values.
    private static readonly string[] s_names = Enum.GetNames<TEnum>();
    private static readonly TEnum[] s_values = Enum.GetValues<TEnum>();

    /// <summary>All names, for a message.</summary>
    public static string List => string.Join(", ", s_names);

    public static bool TryRead(ReadOnlySpan<char> text, out TEnum value)
    {
        int index = IndexOf(text);
        value = index < 0 ? default : s_values[index];
        return index >= 0;
    }

    private static int IndexOf(ReadOnlySpan<char> text)
    {
        // Two members may differ in case only.
        for (int i = 0; i < s_names.Length; i++)
        {
            if (text.SequenceEqual(s_names[i]))
                return i;
        }
        for (int i = 0; i < s_names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(text, s_names[i]))
                return i;
        }
        return -1;
    }
}
