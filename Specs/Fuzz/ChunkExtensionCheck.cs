using System.Text;
using System.Text.RegularExpressions;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>What stands behind a semicolon in the lines of a body, as the extension of a chunk: taken when it is one by the grammar of RFC
/// 9112 §7.1.1, and only then.</summary>
internal static partial class ChunkExtensionCheck
{
    // Longer ones are refused for their length.
    private const int LongestBytes = 200;

    /// <returns>Null, or what is wrong.</returns>
    public static string? Run(byte[] bytes)
    {
        foreach (string line in Encoding.Latin1.GetString(bytes).Split("\r\n"))
        {
            int semicolon = line.IndexOf(';');
            if (semicolon < 0 || line.Length - semicolon > LongestBytes)
                continue;
            string extension = line[semicolon..];
            foreach (string size in (ReadOnlySpan<string>)["1", "0"])
            {
                byte[] body = Encoding.Latin1.GetBytes(size == "1" ? $"1{extension}\r\nx\r\n0\r\n\r\n" : $"0{extension}\r\n\r\n");
                var decoder = new ChunkedDecoder(10, 100);
                bool isTaken = decoder.Decode(body) == ParseStatus.Complete;
                if (isTaken == Grammar().IsMatch(extension))
                    continue;
                return $"\"{extension}\" is {(isTaken ? "taken" : $"refused: {decoder.Error}")}.";
            }
        }

        return null;
    }

    // chunk-ext, with token, qdtext and quoted-pair of RFC 9110 §5.6; bytes from 80 on are obs-text.
    [GeneratedRegex(
        """\A(?:[\t ]*;[\t ]*[!#$%&'*+\-.^_`|~0-9A-Za-z]+"""
            + """(?:[\t ]*=[\t ]*(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+|"(?:[\t \x21\x23-\x5B\x5D-\x7E\x80-\xFF]|\\[\t \x21-\x7E\x80-\xFF])*"))?)+\z""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Grammar();
}
