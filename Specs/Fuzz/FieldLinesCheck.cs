using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// A request as it came, and the same with its lists and cookies sent in other lines: each member in one of its own, or some of them
/// together (RFC 9110 §5.3, RFC 9113 §8.2.3).
/// Both must be understood the same, and cookies as a plain reader understands them.
/// </summary>
internal static class FieldLinesCheck
{
    private static readonly string[] Lists =
    [
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Allow",
        "Cache-Control",
        "Connection",
        "Expect",
        "Forwarded",
        "If-Match",
        "If-None-Match",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Vary",
        "Via",
        "X-Forwarded-For",
        "X-List",
    ];

    private static readonly HttpOptions Limits = new() { MaxHeaders = 5_000, MaxHeadBytes = 60_000 };

    /// <returns>Null, or what is wrong.</returns>
    public static string? Run(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return null;
        try
        {
            // The same bytes are sent in the same other lines, so that a finding can be replayed.
            var random = new Random(bytes.Aggregate(0, (sum, b) => (sum * 31) + b));
            var (head, rest) = (text[..end], text[end..]);
            string[] lines = head.Split("\r\n");

            // Where something is no tag, or has a quote too many, it may not be told where its list has its members.
            bool isDoubtful = lines.Any(line => line.Count(c => c == '"') % 2 == 1 || !HasTagsOnly(line));
            string other = isDoubtful ? head : string.Join("\r\n", lines.SelectMany((line, i) => i == 0 ? [line] : Split(line, random)));
            var (first, second) = (Understood(head + rest), Understood(other + rest));
            return first == second ? null : $"{first}\n\nin other lines:\n{other}\n{second}";
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private static IEnumerable<string> Split(string line, Random random)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0)
            return [line];
        string name = line[..colon];
        bool isCookie = name.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
        if (!isCookie && !Lists.Contains(name, StringComparer.OrdinalIgnoreCase))
            return [line];
        var lines = new List<string>();
        foreach (string member in Members(line[(colon + 1)..], isCookie ? ';' : ','))
        {
            if (lines.Count == 0 || random.Next(2) == 0)
                lines.Add($"{(random.Next(2) == 0 ? name : name.ToUpperInvariant())}:{member}");
            else
                lines[^1] += (isCookie ? ";" : ",") + member;
        }

        return lines;
    }

    private static bool HasTagsOnly(string line) =>
        !line.StartsWith("If-", StringComparison.OrdinalIgnoreCase) || Members(line[(line.IndexOf(':') + 1)..], ',').All(IsTag);

    private static bool IsTag(string member)
    {
        string tag = member.Trim(' ', '\t');
        string opaque = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
        return !tag.Contains('"') || (opaque.Length > 1 && opaque[0] == '"' && opaque.IndexOf('"', 1) == opaque.Length - 1);
    }

    /// <summary>What stands between separators, those within quotes left alone; a cookie has no quotes that count.</summary>
    private static IEnumerable<string> Members(string value, char separator)
    {
        var (start, isQuoted) = (0, false);
        for (int i = 0; i < value.Length; i++)
        {
            isQuoted ^= separator == ',' && value[i] == '"';
            if (isQuoted || value[i] != separator)
                continue;
            yield return value[start..i];
            start = i + 1;
        }

        yield return value[start..];
    }

    private static string Understood(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        var request = new Http.ExchangeHarness().Exchange.Request;
        request.Bind(bytes, 0);
        var parser = new RequestParser(Limits, new RecentFields());
        var status = parser.Parse(bytes, request.Head);
        if (status != ParseStatus.Complete)
            return $"{status} {parser.Error}";

        request.SetBodyLength(0);
        var seen = new StringBuilder($"{request.Head.Flags & ~HeadFlags.CookieRepeated} {request.Head.ContentLength}\n");
        foreach (string? name in Lists.Append("Host").Append("Content-Type"))
        {
            seen.Append($"{name}: {string.Join('|', Members(request.Headers[name] ?? "-", ',').Select(m => m.Trim(' ', '\t')))}\n");
        }

        foreach (string tag in (ReadOnlySpan<string>)["\"a\"", "W/\"a\"", "\"b,c\""])
        {
            seen.Append(Preconditions.Evaluate(request, Encoding.ASCII.GetBytes(tag), DateTimeOffset.UnixEpoch)).Append(' ');
        }

        return seen.Append(Cookies(request)).ToString();
    }

    private static string Cookies(HttpRequest request)
    {
        var (seen, plain) = (new List<string>(), new List<string>());
        var reader = new CookieReader(request.Cookie);
        while (reader.Read())
            seen.Add($"{Encoding.Latin1.GetString(reader.Name)}={Encoding.Latin1.GetString(reader.Value)}");
        foreach (var field in request.Headers)
        {
            if (!Encoding.Latin1.GetString(field.Name).Equals("cookie", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (
                string? pair in Encoding
                    .Latin1.GetString(field.Value)
                    .Split(';')
                    .Select(p => p.Trim(' ', '\t'))
                    .Where(p => p.IndexOf('=') > 0)
            )
            {
                plain.Add($"{pair[..pair.IndexOf('=')].Trim(' ', '\t')}={pair[(pair.IndexOf('=') + 1)..].Trim(' ', '\t')}");
            }
        }

        return seen.SequenceEqual(plain)
            ? string.Join(';', seen)
            : throw new InvalidOperationException($"Cookies {string.Join(';', seen)}, but plainly {string.Join(';', plain)}.");
    }
}
