using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

public class ChunkedDecoderSpec
{
    private const int MaxBody = 1000;
    private const int MaxTrailers = 100;

    [Theory]
    [InlineData("0\r\n\r\n", "")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", "hello")]
    [InlineData("a\r\n0123456789\r\n0\r\n\r\n", "0123456789")]
    [InlineData("A\r\n0123456789\r\n0\r\n\r\n", "0123456789")]
    [InlineData("0005\r\nhello\r\n000\r\n\r\n", "hello")]
    [InlineData("2\r\n\r\n\r\n0\r\n\r\n", "\r\n")]
    [InlineData("5;a=b;c\r\nhello\r\n0;x=\"y\"\r\n\r\n", "hello")]
    [InlineData("5;a;b\r\nhello\r\n0;c=d;e=\"\"\r\n\r\n", "hello")]
    [InlineData("5;\ta\t=\tb ; c\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("5;a=\"b;c=\\\"d\\\\\"\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("5;a=\"\u00e9\t \"\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("5;!#$%&'*+-.^_`|~0aZ=!#$%&'*+-.^_`|~0aZ\r\nhello\r\n0\r\n\r\n", "hello")]
    [InlineData("5\r\nhello\r\n0\r\nTrailer: x\r\nOther: y\r\n\r\n", "hello")]
    public void RFC9112_7_1_bodies(string encoded, string expected)
    {
        var (outcome, body) = Decode(Bytes(encoded + "GET"), []);
        Assert.Equal($"complete, {encoded.Length} read", outcome);
        Assert.Equal(expected, body);
    }

    [Theory]
    [InlineData("x\r\n", 400)]
    [InlineData("\r\n", 400)]
    [InlineData(";a\r\n", 400)]
    [InlineData("-5\r\n", 400)]
    [InlineData("+5\r\n", 400)]
    [InlineData("0x5\r\n", 400)]
    [InlineData("5 \r\nhello\r\n", 400)]
    [InlineData(" 5\r\nhello\r\n", 400)]
    [InlineData("5 ;a\r\nhello\r\n", 400)]
    [InlineData("5\nhello\r\n", 400)]
    [InlineData("5\r\nhello0\r\n", 400)]
    [InlineData("5\r\nhello\n0\r\n\r\n", 400)]
    [InlineData("5\r\nhello\r0\r\n\r\n", 400)]
    [InlineData("5\rhello", 400)]
    [InlineData("5;\0\r\n", 400)]
    [InlineData("5;\r\nhello\r\n", 400)]
    [InlineData("5; \r\nhello\r\n", 400)]
    [InlineData("5;;\r\nhello\r\n", 400)]
    [InlineData("5;a;\r\nhello\r\n", 400)]
    [InlineData("5;a \r\nhello\r\n", 400)]
    [InlineData("5;a=b \r\nhello\r\n", 400)]
    [InlineData("5;a=\r\nhello\r\n", 400)]
    [InlineData("5;=b\r\nhello\r\n", 400)]
    [InlineData("5;a b\r\nhello\r\n", 400)]
    [InlineData("5;a=b=c\r\nhello\r\n", 400)]
    [InlineData("5;bad[=x\r\nhello\r\n", 400)]
    [InlineData("5;a=x]\r\nhello\r\n", 400)]
    [InlineData("5;a=\"b\r\nhello\r\n", 400)]
    [InlineData("5;a=\"b\\\"\r\nhello\r\n", 400)]
    [InlineData("5;a=\"b\"c\r\nhello\r\n", 400)]
    [InlineData("5;\"a\"=b\r\nhello\r\n", 400)]
    [InlineData("5;a=\u00e9\r\nhello\r\n", 400)]
    [InlineData("0;\r\n\r\n", 400)]
    [InlineData("3e9\r\n", 413)]
    [InlineData("ffffffff\r\n", 413)]
    [InlineData("10000000000000005\r\nhello\r\n", 413)]
    [InlineData("ffffffffffffffffffffffffffffffff\r\n", 413)]
    [InlineData("0\r\nTrailer\r\n\r\n", 400)]
    [InlineData("0\r\nTrailer : x\r\n\r\n", 400)]
    [InlineData("0\r\n folded: x\r\n\r\n", 400)]
    [InlineData("0\r\nA: b\n\r\n", 400)]
    public void RFC9112_7_1_what_is_no_chunk_is_refused(string encoded, int status) =>
        Assert.StartsWith($"{status} ", Decode(Bytes(encoded), []).Outcome);

    [Fact]
    public void RFC9112_7_1_1_extensions_are_bounded_a_line_and_a_body()
    {
        Assert.StartsWith("400 ", Decode(Bytes("1;" + new string('a', 300)), []).Outcome);
        string chunk = $"1;{new string('a', 200)}\r\nx\r\n";
        Assert.StartsWith("complete", Decode(Bytes(string.Concat(Enumerable.Repeat(chunk, 40)) + "0\r\n\r\n"), []).Outcome);
        Assert.StartsWith("400 ", Decode(Bytes(string.Concat(Enumerable.Repeat(chunk, 41)) + "0\r\n\r\n"), []).Outcome);
    }

    [Fact]
    public void RFC9112_7_1_2_trailers_are_bounded()
    {
        Assert.StartsWith("complete", Decode(Bytes($"0\r\nA: {new string('a', 80)}\r\n\r\n"), []).Outcome);
        Assert.StartsWith("431 ", Decode(Bytes($"0\r\nA: {new string('a', 100)}\r\n\r\n"), []).Outcome);
        Assert.StartsWith("431 ", Decode(Bytes($"0\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 20))}\r\n"), []).Outcome);
    }

    [Fact]
    public void RFC9110_15_5_14_the_limit_holds_for_all_chunks_together()
    {
        string half = $"1f4\r\n{new string('a', 500)}\r\n";
        Assert.StartsWith("complete", Decode(Bytes($"{half}{half}0\r\n\r\n"), []).Outcome);
        Assert.StartsWith("413 ", Decode(Bytes($"{half}{half}1\r\na"), []).Outcome);
    }

    [Fact]
    public void However_a_body_is_split_and_compacted_it_reads_the_same()
    {
        var pieces = Gen.Elements(
            "1\r\na\r\n",
            "5\r\nhello\r\n",
            "3;x=y\r\nabc\r\n",
            "10\r\n0123456789abcdef\r\n",
            "0\r\n",
            "\r\n",
            "A: b\r\n",
            "5\r\n",
            "\n",
            "zz",
            "ffffff",
            "\r"
        );
        Prop.ForAll(
                pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(),
                encoded =>
                {
                    byte[] bytes = Bytes(encoded);
                    var whole = Decode([.. bytes], []);
                    return whole == Decode([.. bytes], Enumerable.Range(0, bytes.Length))
                        && Enumerable.Range(0, bytes.Length).All(at => Decode([.. bytes], [at]) == whole);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static (string Outcome, string Body) Decode(byte[] bytes, IEnumerable<int> splits)
    {
        var decoder = new ChunkedDecoder(MaxBody, MaxTrailers);
        foreach (int end in splits.Append(bytes.Length))
        {
            switch (decoder.Decode(bytes.AsSpan(0, end)))
            {
                case ParseStatus.Complete:
                    return ($"complete, {decoder.Read} read", Encoding.Latin1.GetString(bytes, 0, decoder.Written));
                case ParseStatus.Invalid:
                    return (decoder.Error!.ToString(), "");
            }
        }

        return ("incomplete", Encoding.Latin1.GetString(bytes, 0, decoder.Written));
    }
}
