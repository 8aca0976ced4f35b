using System.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Takes a pattern apart: <c>/users/:user_id/posts</c>, <c>/files/*path</c>, <c>/feed.:format</c>. The text of a segment is kept
/// as it stands in a request target (RFC 3986 §3.3), so that the trie compares bytes with bytes.
/// </summary>
internal static class PatternReader
{
    /// <summary>
    /// Characters that a segment may hold as they are: RFC 3986 pchar, without the colon and asterisk that begin names here.
    /// </summary>
    private const string Plain = "-._~!$&'+,;=@";

    /// <summary>Reads <paramref name="pattern"/>; on failure says why and where in it (from 0).</summary>
    public static bool TryRead(string pattern, List<RouteSegment> segments, out string problem, out int at)
    {
        at = 0;
        if (pattern is "" or "/")
            return Fine(out problem);
        int start = pattern[0] == '/' ? 1 : 0;
        while (start <= pattern.Length)
        {
            int slash = pattern.IndexOf('/', start);
            int end = slash < 0 ? pattern.Length : slash;
            at = start;
            if (end == start)
            {
                problem = end == pattern.Length ? "remove the slash at its end" : "a segment is empty";
                return false;
            }
            if (!TryReadSegment(pattern.Substring(start, end - start), isLast: end == pattern.Length, out var segment, out problem))
            {
                return false;
            }

            segments.Add(segment!);
            start = end + 1;
        }
        return Fine(out problem);
    }

    private static bool TryReadSegment(string text, bool isLast, out RouteSegment? segment, out string problem)
    {
        segment = null;
        if (text[0] == '*')
        {
            if (!isLast)
                return Wrong($"'{text}' takes the rest of the path, so it must be the last segment", out problem);
            return TryReadName(text.Substring(1), text, SegmentKind.Glob, out segment, out problem);
        }
        bool hasFormat = text.EndsWith(".:format", StringComparison.Ordinal);
        if (hasFormat && !isLast)
            return Wrong("'.:format' belongs at the end", out problem);
        string head = hasFormat ? text.Substring(0, text.Length - ".:format".Length) : text;
        if (head.Length == 0)
            return Wrong("'.:format' has nothing in front of it", out problem);
        if (head[0] == ':')
        {
            var kind = hasFormat ? SegmentKind.ParameterFormat : SegmentKind.Parameter;
            return TryReadName(head.Substring(1), head, kind, out segment, out problem);
        }
        if (!TryEncode(head, out string encoded, out problem))
            return false;
        segment = new RouteSegment(hasFormat ? SegmentKind.StaticFormat : SegmentKind.Static, encoded, "");
        return true;
    }

    private static bool TryReadName(string name, string text, SegmentKind kind, out RouteSegment? segment, out string problem)
    {
        segment = null;
        bool isName =
            name.Length > 0
            && (char.IsLetter(name[0]) || name[0] == '_')
            && name.All(c => c < 128 && (char.IsLetterOrDigit(c) || c == '_'));
        if (!isName)
            return Wrong($"'{text}' is not a name: letters, digits and '_' follow the '{text[0]}'", out problem);
        if (name == "format")
            return Wrong("'format' is written '.:format', at the end", out problem);
        segment = new RouteSegment(kind, "", name);
        return Fine(out problem);
    }

    private static bool TryEncode(string text, out string encoded, out string problem)
    {
        var target = new StringBuilder(text.Length);
        encoded = "";
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (b < 128 && (char.IsLetterOrDigit(c) || Plain.IndexOf(c) >= 0))
                target.Append(c);
            else if (c == ' ' || b >= 128)
                target.Append('%').Append(b.ToString("X2"));
            else
                return Wrong(Complaint(c, text), out problem);
        }
        encoded = target.ToString();
        return Fine(out problem);
    }

    private static string Complaint(char c, string text) =>
        c switch
        {
            ':' => $"'{text}' has a parameter and other text; a parameter must be a whole segment",
            '*' => $"'{text}' has a glob and other text; a glob must be a whole segment; '*name' takes the rest of the path",
            '%' => "write the character itself instead of its percent-encoding",
            '?' or '#' => $"'{c}' ends a path; queries are not part of a route",
            '(' or ')' => "there are no optional parts; write two routes",
            _ => $"a path cannot contain '{c}'",
        };

    private static bool Fine(out string problem)
    {
        problem = "";
        return true;
    }

    private static bool Wrong(string what, out string problem)
    {
        problem = what;
        return false;
    }
}
