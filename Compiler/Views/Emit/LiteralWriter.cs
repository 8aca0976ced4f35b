using System.Globalization;
using System.Text;

namespace Stryke.Web.Compiler.Views.Emit;

/// <summary>Static text as a UTF-8 literal of C#, a line of it per line.</summary>
internal static class LiteralWriter
{
    // The compiler reads a chain of additions by recursion: a long text becomes several literals.
    private const int LinesPerLiteral = 100;

    /// <returns>The lines of each literal, quoted, to be joined by additions.</returns>
    public static IEnumerable<IReadOnlyList<string>> Split(string text)
    {
        var lines = new List<string>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start) + 1;
            if (end == 0)
                end = text.Length;
            lines.Add(Quote(text.Substring(start, end - start)));
            start = end;
            if (lines.Count < LinesPerLiteral && start < text.Length)
                continue;
            yield return lines;
            lines = [];
        }
    }

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 6).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
                quoted.Append(c).Append(text[++i]);
            // Half a character has no UTF-8, and the compiler would refuse the literal.
            else if (char.IsSurrogate(c))
                quoted.Append("\\uFFFD");
            else
                quoted.Append(Escape(c));
        }
        return quoted.Append("\"u8").ToString();
    }

    private static string Escape(char c) =>
        c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => "\\u"
                + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            _ => c.ToString(),
        };
}
