using System.Text;
using System.Text.Json;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>RFC 8259 §7, held against the base library's reader.</summary>
public sealed class JsonEscapingSpec
{
    [Fact]
    public void Every_byte_and_every_pair_of_bytes_reads_back_as_the_base_library_decodes_it()
    {
        for (int a = 0; a < 256; a++)
        {
            ReadsBack([(byte)a]);
            for (int b = 0; b < 256; b++)
                ReadsBack([(byte)a, (byte)b]);
        }
    }

    [Fact]
    public void Whatever_the_bytes_the_string_reads_back()
    {
        var random = new Random(8259);
        string[] pieces =
        [
            "plain text",
            "\"",
            "\\",
            "\u0000",
            "\n",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "ü",
            "€",
            "😀",
            "\u2028",
            "\ufeff",
            "\ufffe",
        ];
        for (int i = 0; i < 5_000; i++)
        {
            var bytes = new List<byte>();
            for (int n = random.Next(12); n > 0; n--)
            {
                if (random.Next(3) > 0)
                    bytes.AddRange(Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                else
                    bytes.Add((byte)random.Next(256));
            }

            ReadsBack([.. bytes]);
        }
    }

    [Fact]
    public void No_control_and_no_end_of_a_line_is_left()
    {
        byte[] all = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 0x2100).Select(c => (char)c)));
        string text = Encoding.UTF8.GetString(Escape(all));

        Assert.DoesNotContain(text, c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }

    private static void ReadsBack(byte[] bytes) =>
        Assert.Equal(Encoding.UTF8.GetString(bytes), JsonSerializer.Deserialize<string>([(byte)'"', .. Escape(bytes), (byte)'"']));

    private static byte[] Escape(byte[] bytes)
    {
        byte[] to = new byte[bytes.Length * JsonEscaping.MaxExpansion];
        return to[..JsonEscaping.Escape(bytes, to)];
    }
}
