using System.Text;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Makes new client bytes out of old ones. Half of what it does knows nothing of HTTP (flip, cut, repeat); the other
/// half knows its lines, numbers and words, which is where servers disagree.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, Random random, byte[][]? words = null)
{
    private const int LargestBytes = 4096;

    private static readonly byte[][] Words = Encode(
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "\r\r\n",
        " ",
        "\t",
        "\0",
        "\u007f",
        "\u0080",
        "\u00ff",
        ":",
        ";",
        ",",
        "\"",
        "%",
        "%00",
        "%2e",
        "/../",
        "//",
        "?",
        "#",
        "*",
        "@",
        "GET ",
        "HEAD ",
        "POST ",
        "CONNECT ",
        "OPTIONS ",
        "/stream",
        "/later",
        "/source",
        "/fault",
        " HTTP/1.1\r\n",
        " HTTP/1.0\r\n",
        "HTTP/1.1",
        "HTTP/2.0",
        "Host: x\r\n",
        "Host: y\r\n",
        "Host:\r\n",
        "Host: a b\r\n",
        "host: [::1]\r\n",
        "Content-Length: 0\r\n",
        "Content-Length: 3\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\n",
        "Transfer-Encoding: chunked, chunked\r\n",
        "transfer-encoding:chunked\r\n",
        "chunked",
        "gzip, ",
        "Connection: close\r\n",
        "Connection: keep-alive\r\n",
        "Expect: 100-continue\r\n",
        "Expect: x\r\n",
        "Upgrade: h2c\r\n",
        "Trailer: T\r\n",
        "0\r\n\r\n",
        "0\r\n",
        "1\r\nx\r\n",
        "3\r\nabc\r\n",
        "3;a=b\r\nabc\r\n",
        "5\r\nhello\r\n",
        "ffffffff\r\n",
        "10000000000000003\r\n",
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        "http://",
        "http://x",
        "/upload",
        "--b",
        "--b\r\n",
        "--b--\r\n",
        "\r\n--b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
        "; filename=\"f\"",
        "; boundary=b",
        "form-data",
        "Content-Type: multipart/form-data; boundary=b\r\n",
        "Content-Transfer-Encoding: binary\r\n",
        "\\\"",
        "%22",
        "Cookie: a=1; b=2\r\n",
        "Cookie: c\r\n",
        "Accept: text/html, */*\r\n",
        "If-None-Match: \"a\"\r\n",
        "If-Match: W/\"a\", \"b,c\"\r\n",
        "*",
        ";a=\"",
        "\\",
        "=",
        "; ",
        " ;"
    );

    private static readonly byte[][] Numbers = Encode(
        "0",
        "1",
        "2",
        "00",
        "007",
        "10",
        "16",
        "255",
        "256",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-1",
        "+1",
        "0x1",
        "1 1",
        "1,1",
        "1.0",
        "a",
        "f",
        "fffffff",
        "80000000",
        ""
    );

    private static readonly byte[][] LineEnds = Encode("\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", "", " \r\n", "\0\r\n");

    /// <summary>The next input: one of the corpus, changed a few times, now and then with another one behind it.</summary>
    public byte[] Next()
    {
        byte[] bytes = Any();
        if (random.Next(4) == 0)
        {
            bytes = [.. bytes, .. Any()];
        }

        for (int changes = 1 + random.Next(random.Next(4) == 0 ? 12 : 3); changes > 0; changes--)
        {
            bytes = Change(bytes);
        }

        return bytes.Length <= LargestBytes ? bytes : bytes[..LargestBytes];
    }

    private static byte[][] Encode(params string[] texts) => [.. texts.Select(Encoding.Latin1.GetBytes)];

    private byte[] Any() => corpus[random.Next(corpus.Count)];

    private byte[] Change(byte[] bytes)
    {
        var (start, length) = Stretch(bytes.Length);
        return random.Next(14) switch
        {
            0 => Replace(bytes, start, Math.Min(1, length), [(byte)random.Next(256)]),
            1 => Replace(bytes, start, length, []),
            2 => Replace(bytes, start, 0, bytes[start..(start + length)]),
            3 => bytes[..start],
            4 => Replace(bytes, start, 0, Any()),
            5 or 6 => Replace(bytes, start, 0, Pick(words ?? Words)),
            7 => Replace(bytes, start, length, Pick(words ?? Words)),
            8 or 9 => ChangeNumber(bytes, start),
            10 => ChangeLineEnd(bytes, start),
            11 or 12 => ChangeLine(bytes, start),
            _ => ChangeCase(bytes, start, length),
        };
    }

    /// <summary>A place and a short stretch from there.</summary>
    private (int Start, int Length) Stretch(int size)
    {
        int start = random.Next(size + 1);
        return (start, Math.Min(random.Next(random.Next(5) == 0 ? 100 : 8), size - start));
    }

    private byte[] Pick(byte[][] from) => from[random.Next(from.Length)];

    private byte[] ChangeNumber(byte[] bytes, int from)
    {
        int start = bytes.AsSpan(from).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0)
        {
            return Replace(bytes, from, 0, Pick(Numbers));
        }

        start += from;
        int length = bytes.AsSpan(start).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return Replace(bytes, start, length < 0 ? bytes.Length - start : length, Pick(Numbers));
    }

    private byte[] ChangeLineEnd(byte[] bytes, int from)
    {
        int at = bytes.AsSpan(from).IndexOf("\r\n"u8);
        return at < 0 ? bytes : Replace(bytes, from + at, 2, Pick(LineEnds));
    }

    /// <summary>Takes a whole line and drops it, repeats it, moves it, or folds it.</summary>
    private byte[] ChangeLine(byte[] bytes, int at)
    {
        int start = bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        int length = bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        byte[] line = bytes[start..(start + length)];
        byte[] without = Replace(bytes, start, length, []);
        return random.Next(4) switch
        {
            0 => without,
            1 => Replace(bytes, start, 0, line),
            2 => Replace(without, without.AsSpan(0, random.Next(without.Length + 1)).LastIndexOf((byte)'\n') + 1, 0, line),
            _ => Replace(bytes, start, 0, [(byte)(random.Next(2) == 0 ? ' ' : '\t')]),
        };
    }

    private static byte[] ChangeCase(byte[] bytes, int start, int length)
    {
        byte[] changed = (byte[])bytes.Clone();
        foreach (ref byte b in changed.AsSpan(start, length))
        {
            b = char.IsAsciiLetter((char)b) ? (byte)(b ^ 0x20) : b;
        }

        return changed;
    }

    private static byte[] Replace(byte[] bytes, int start, int length, byte[] by) =>
        [.. bytes.AsSpan(0, start), .. by, .. bytes.AsSpan(start + length)];
}
