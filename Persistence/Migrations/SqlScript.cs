namespace Stryke.Web.Persistence.Migrations;

/// <summary>Takes a text of several statements apart at its semicolons, but not at those in quotes, comments and trigger bodies.</summary>
internal static class SqlScript
{
    public static IEnumerable<string> Statements(string script)
    {
        int start = 0, depth = 0;
        for (int i = 0; i < script.Length; i++)
        {
            switch (script[i])
            {
                case '\'' or '"' or '`':
                    i = EndOf(script, i + 1, script[i].ToString());
                    break;
                case '-' when Follows(script, i, "--"):
                    i = EndOf(script, i, "\n");
                    break;
                case '/' when Follows(script, i, "/*"):
                    i = EndOf(script, i + 2, "*/");
                    break;
                case ';' when depth == 0:
                    if (!string.IsNullOrWhiteSpace(script[start..i])) yield return script[start..i].Trim();
                    start = i + 1;
                    break;
                case 'b' or 'B' or 'c' or 'C' when IsTrigger(script, start) && (IsWord(script, i, "BEGIN") || IsWord(script, i, "CASE")):
                    depth++;
                    break;
                case 'e' or 'E' when depth > 0 && IsWord(script, i, "END"):
                    depth--;
                    break;
            }
        }
        if (!string.IsNullOrWhiteSpace(script[start..])) yield return script[start..].Trim();
    }

    private static int EndOf(string script, int from, string end)
    {
        int at = script.IndexOf(end, Math.Min(from, script.Length), StringComparison.Ordinal);
        return at < 0 ? script.Length : at + end.Length - 1;
    }

    private static bool Follows(string script, int at, string text) => string.CompareOrdinal(script, at, text, 0, text.Length) == 0;

    private static bool IsTrigger(string script, int start)
    {
        string head = script[start..].TrimStart();
        return head.StartsWith("CREATE", StringComparison.OrdinalIgnoreCase)
            && head.Contains("TRIGGER", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWord(string script, int at, string word) =>
        string.Compare(script, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at == 0 || !char.IsLetterOrDigit(script[at - 1]) && script[at - 1] != '_')
        && (at + word.Length == script.Length || !char.IsLetterOrDigit(script[at + word.Length]) && script[at + word.Length] != '_');
}
