using System.Globalization;
using System.Text;

namespace Stryke.Web.Specs.Middleware;

/// <summary>A response taken apart.</summary>
internal sealed record Reply(int Status, IReadOnlyList<(string Name, string Value)> Fields, string Body)
{
    internal string? this[string name] => All(name).FirstOrDefault();

    internal static Reply Parse(ReadOnlySpan<byte> response)
    {
        string text = Encoding.UTF8.GetString(response);
        int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] lines = text[..end].Split("\r\n");
        var fields = lines.Skip(1).Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim()));
        return new Reply(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), [.. fields], text[(end + 4)..]);
    }

    internal IEnumerable<string> All(string name) =>
        Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);
}
