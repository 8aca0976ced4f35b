using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Http;

/// <summary>An answer as a client reads it (RFC 9112 §4, §6.3).</summary>
public sealed record ReceivedResponse(int Status, string StatusLine, IReadOnlyList<(string Name, string Value)> Fields, string Body)
{
    /// <summary>The value of the only field of a name; null without one; fails when there are several.</summary>
    public string? this[string name] => All(name).SingleOrDefault();

    /// <summary>The values of all fields of a name.</summary>
    public IEnumerable<string> All(string name) =>
        Fields.Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);

    /// <summary>Reads one answer that fills the bytes.</summary>
    public static ReceivedResponse Parse(ReadOnlySpan<byte> bytes, bool isHead = false) =>
        TryParse(bytes, isHead, out var response) == bytes.Length
            ? response!
            : throw new FormatException($"Not one whole answer:\n{Encoding.Latin1.GetString(bytes)}");

    /// <summary>Reads one answer from the start of the bytes.</summary>
    /// <returns>Its length; 0 when it is not whole.</returns>
    public static int TryParse(ReadOnlySpan<byte> bytes, bool isHead, out ReceivedResponse? response)
    {
        response = null;
        int end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return 0;
        }

        string[] lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        int status = int.Parse(lines[0].AsSpan(9, 3));
        var fields = lines.Skip(1).Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim())).ToList();
        if (!isHead && fields.Contains(("Transfer-Encoding", "chunked")))
        {
            byte[] body = bytes[(end + 4)..].ToArray();
            var decoder = new ChunkedDecoder(int.MaxValue, maxTrailerBytes: 0x10000);
            if (decoder.Decode(body) != ParseStatus.Complete)
            {
                return decoder.Error is null ? 0 : throw new FormatException(decoder.Error.ToString());
            }

            response = new ReceivedResponse(status, lines[0], fields, Encoding.UTF8.GetString(body.AsSpan(0, decoder.Written)));
            return end + 4 + decoder.Read;
        }

        int length = isHead || status is < 200 or 204 or 304 ? 0 : int.Parse(fields.Single(field => field.Item1 == "Content-Length").Item2);
        if (bytes.Length < end + 4 + length)
        {
            return 0;
        }

        response = new ReceivedResponse(status, lines[0], fields, Encoding.UTF8.GetString(bytes.Slice(end + 4, length)));
        return end + 4 + length;
    }
}
