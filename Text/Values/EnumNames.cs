using System.Text;

namespace Stryke.Web.Text.Values;

/// <summary>The members of an enum by their names, looked up once for each enum.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    // Both are in the order of the values.
    private static readonly string[] Names = Enum.GetNames<TEnum>();
    private static readonly TEnum[] Values = Enum.GetValues<TEnum>();

    /// <summary>All names, for a message.</summary>
    public static string List => string.Join(", ", Names);

    public static bool TryRead(ReadOnlySpan<char> text, out TEnum value)
    {
        int index = IndexOf(text);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }

    private static int IndexOf(ReadOnlySpan<char> text)
    {
        // Two members may differ in case only.
        for (int i = 0; i < Names.Length; i++)
        {
            if (text.SequenceEqual(Names[i]))
                return i;
        }
        for (int i = 0; i < Names.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(text, Names[i]))
                return i;
        }
        return -1;
    }
}
