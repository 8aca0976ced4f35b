using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>What holds for every message: how its bytes were split makes no difference, and what was written is what is read.</summary>
public class RequestParserProperties
{
    private static readonly HttpOptions TightLimits = new()
    {
        MaxHeadBytes = 160,
        MaxTargetBytes = 40,
        MaxHeaders = 6,
    };

    private static readonly Gen<string> Token = Gen.Elements("!#$%&'*+-.^_`|~09azAZ".ToCharArray())
        .NonEmptyListOf()
        .Select(chars => new string([.. chars]));

    private static readonly Gen<string> Value = Gen.Elements("abc XYZ\t,;=\"()é:09".ToCharArray())
        .ListOf()
        .Select(chars => new string([.. chars]).Trim(' ', '\t'));

    private static readonly Gen<string> Path = Gen.Elements("a", "b0", "%41", "~", "-", "c.d", "")
        .ListOf()
        .Select(segments => "/" + string.Join('/', segments));

    private static readonly Gen<Message> Messages =
        from verb in Gen.Elements("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
        from path in Path
        from query in Gen.Elements("", "?", "?a=b", "?a=%20+&c")
        from fields in Token.Where(IsOrdinary).Zip(Value).ListOf()
        select new Message(verb, path, query, [.. fields.Take(90)]);

    // Pieces that, put together, come near every rule: most of it is refused, and each for its own reason.
    private static readonly Gen<byte[]> Mess = Gen.Elements(
            "GET",
            "POST",
            "CONNECT",
            " ",
            " ",
            "/",
            "/a",
            "*",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/2.0",
            "\r\n",
            "\r\n",
            "\r\n",
            "\n",
            "\r",
            "\0",
            "Host: x",
            "Host:",
            "Content-Length: 3",
            "Transfer-Encoding: chunked",
            "A: b",
            "A : b",
            ":",
            " folded",
            "é",
            "%zz",
            "\t",
            "GET / HTTP/1.1\r\nHost: x\r\n",
            "GET / HTTP/1.1\r\n",
            "a long stretch of text that comes near the limits"
        )
        .ListOf()
        .Select(pieces => Encoding.Latin1.GetBytes(string.Concat(pieces)));

    [Fact]
    public void However_a_message_is_split_it_reads_the_same() =>
        Prop.ForAll(Messages.Select(message => message.Bytes).ToArbitrary(), SplitsMakeNoDifference).Check(Configuration(200));

    [Fact]
    public void However_rubbish_is_split_it_is_refused_for_the_same_reason() =>
        Prop.ForAll(Mess.ToArbitrary(), SplitsMakeNoDifference).Check(Configuration(2_000));

    [Fact]
    public void What_was_written_is_what_is_read() =>
        Prop.ForAll(
                Messages.ToArbitrary(),
                message =>
                {
                    var reading = HeadReading.Of(message.Bytes, []);
                    string fields = string.Concat(message.Fields.Select(field => $"{field.Item1}={field.Item2}|"));
                    return reading.Refusal == 0
                        && reading.Verb.Equals(message.Verb, StringComparison.OrdinalIgnoreCase)
                        && reading.Path == message.Path
                        && reading.Query == message.Query.TrimStart('?')
                        && reading.Fields == $"Host=x|{fields}"
                        && reading.Length == message.Bytes.Length;
                }
            )
            .Check(Configuration(500));

    private static Config Configuration(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests);

    private static bool SplitsMakeNoDifference(byte[] message)
    {
        foreach (var limits in new[] { new HttpOptions(), TightLimits })
        {
            var whole = HeadReading.Of(message, [], limits);
            var byteByByte = HeadReading.Of(message, Enumerable.Range(0, message.Length), limits);
            if (whole != byteByByte)
            {
                return false;
            }

            for (int at = 0; at < message.Length; at++)
            {
                if (HeadReading.Of(message, [at], limits) != whole)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Fields that mean something to the wire have their own specs.
    private static bool IsOrdinary(string name) => KnownFields.Table.Find(Encoding.ASCII.GetBytes(name)) is null;

    private sealed record Message(string Verb, string Path, string Query, IReadOnlyList<(string, string)> Fields)
    {
        public byte[] Bytes =>
            Encoding.Latin1.GetBytes(
                $"{Verb} {Path}{Query} HTTP/1.1\r\nHost: x\r\n{string.Concat(Fields.Select(line => $"{line.Item1}: {line.Item2}\r\n"))}\r\n"
            );
    }
}
