using System.Buffers;

namespace Stryke.Web.Views.Escaping;

/// <summary>
/// What cannot stand inside a JavaScript or JSON string within a page as it is: quotes and the backslash, what could end the
/// script element or start a comment, what a template literal would evaluate, controls, and the two line ends of Unicode.
/// </summary>
internal static class ScriptEscaping
{
    public static readonly SearchValues<char> SpecialChars = SearchValues.Create(Special());

    /// <summary><c>\u003C</c>: six bytes, good in strings of every quote and in JSON (RFC 8259 §7).</summary>
    public static void Escape(char special, Span<byte> destination)
    {
        destination[0] = (byte)'\\';
        destination[1] = (byte)'u';
        for (int i = 0; i < 4; i++)
        {
            int digit = (special >> (12 - (4 * i))) & 15;
            destination[2 + i] = (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
        }
    }

    private static string Special()
    {
        string controls = string.Concat(Enumerable.Range(0, 32).Select(c => (char)c));
        return controls + "\"'`\\<>&/$\u007F\u2028\u2029";
    }
}
