using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>
/// RFC 9112 §5, §6 and §9 and the clauses of RFC 9110 that bear on the fields of a request, in document order. 0 is: accepted.
/// </summary>
public class RequestFieldsSpec
{
    private const string Host = "Host: x\r\n";

    [Theory]
    [InlineData("Name: value", "Name=value|")]
    [InlineData("Name:value", "Name=value|")]
    [InlineData("Name: \t value \t ", "Name=value|")]
    [InlineData("Name:", "Name=|")]
    [InlineData("Name:   ", "Name=|")]
    [InlineData("Name: a\tb", "Name=a\tb|")]
    [InlineData("Name: a: b", "Name=a: b|")]
    [InlineData("Name: é", "Name=é|")]
    [InlineData("!#$%&'*+-.^_`|~09aZ: x", "!#$%&'*+-.^_`|~09aZ=x|")]
    public void RFC9112_5_field_lines(string line, string expected) =>
        Assert.Equal("Host=x|" + expected, HeadReading.Check($"GET / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 0).Fields);

    [Theory]
    [InlineData("Name : value")]
    [InlineData("Name\t: value")]
    [InlineData(": value")]
    [InlineData("Name")]
    [InlineData("Na me: value")]
    [InlineData("Na(me: value")]
    [InlineData("Näme: value")]
    [InlineData(" folded")]
    [InlineData("\tfolded")]
    [InlineData(" ")]
    [InlineData("A: b\r\n folded")]
    public void RFC9112_5_1_and_5_2_what_is_no_field_line(string line) => HeadReading.Check($"GET / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 400);

    [Fact]
    public void RFC6585_5_head_over_the_limit()
    {
        var limits = new HttpOptions { MaxHeadBytes = 200, MaxTargetBytes = 50 };
        string start = $"GET / HTTP/1.1\r\n{Host}A: ";
        int room = 200 - start.Length - 4;
        HeadReading.Check($"{start}{new string('a', room)}\r\n\r\n", 0, limits);
        HeadReading.Check($"{start}{new string('a', room + 1)}\r\n\r\n", 431, limits);
        HeadReading.Check($"{start}{new string('a', 200)}", 431, limits);
    }

    [Fact]
    public void RFC6585_5_more_fields_than_the_limit()
    {
        var limits = new HttpOptions { MaxHeaders = 20 };
        HeadReading.Check($"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("a: b\r\n", 19))}\r\n", 0, limits);
        HeadReading.Check($"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("a: b\r\n", 20))}\r\n", 431, limits);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", 0)]
    [InlineData("transfer-encoding: Chunked", 0)]
    [InlineData("Transfer-Encoding: gzip, chunked", 501)]
    [InlineData("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501)]
    [InlineData("Transfer-Encoding: xchunked, chunked", 501)]
    [InlineData("Transfer-Encoding: chunked, gzip", 400)]
    [InlineData("Transfer-Encoding: chunked, chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400)]
    [InlineData("Transfer-Encoding: identity", 400)]
    [InlineData("Transfer-Encoding: xchunked", 400)]
    [InlineData("Transfer-Encoding: chunked;q=1", 400)]
    [InlineData("Transfer-Encoding: \"chunked\"", 400)]
    [InlineData("Transfer-Encoding:", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5", 400)]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked", 400)]
    public void RFC9112_6_1_only_chunked_and_never_beside_a_length(string fields, int status) =>
        HeadReading.Check($"POST / HTTP/1.1\r\n{Host}{fields}\r\n\r\n", status);

    [Fact]
    public void RFC9112_6_1_HTTP_1_0_has_no_transfer_codings() =>
        HeadReading.Check("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("5", 0, 5)]
    [InlineData("0005", 0, 5)]
    [InlineData("9223372036854775807", 0, long.MaxValue)]
    [InlineData("9223372036854775808", 0, long.MaxValue)]
    [InlineData("99999999999999999999999999", 0, long.MaxValue)]
    [InlineData("+5", 400, 0)]
    [InlineData("-5", 400, 0)]
    [InlineData("5 5", 400, 0)]
    [InlineData("5,5", 400, 0)]
    [InlineData("0x5", 400, 0)]
    [InlineData("5.0", 400, 0)]
    [InlineData("", 400, 0)]
    [InlineData("5\r\nContent-Length: 5", 400, 0)]
    [InlineData("5\r\nContent-Length: 6", 400, 0)]
    public void RFC9112_6_3_content_length(string value, int status, long length) =>
        Assert.Equal(length, HeadReading.Check($"POST / HTTP/1.1\r\n{Host}Content-Length: {value}\r\n\r\n", status).ContentLength);

    [Theory]
    [InlineData("HTTP/1.1", "100-continue", 0)]
    [InlineData("HTTP/1.1", "100-Continue", 0)]
    [InlineData("HTTP/1.1", "200-ok", 417)]
    [InlineData("HTTP/1.1", "", 417)]
    [InlineData("HTTP/1.0", "100-continue", 0)]
    [InlineData("HTTP/1.0", "200-ok", 0)]
    public void RFC9110_10_1_1_expectations(string version, string value, int status)
    {
        var reading = HeadReading.Check($"POST / {version}\r\n{Host}Expect: {value}\r\nContent-Length: 1\r\n\r\n", status);
        Assert.Equal(status == 0 && version == "HTTP/1.1", reading.Flags.HasFlag(HeadFlags.ExpectContinue));
    }

    [Theory]
    [InlineData("HTTP/1.1", "", true)]
    [InlineData("HTTP/1.1", "Connection: close\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: x, CLOSE\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: x\r\nConnection: close\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: closed\r\n", true)]
    [InlineData("HTTP/1.1", "Connection: upgrade\r\nUpgrade: h2c\r\n", true)]
    [InlineData("HTTP/1.0", "", false)]
    [InlineData("HTTP/1.0", "Connection: keep-alive\r\n", true)]
    [InlineData("HTTP/1.0", "Connection: keep-alive, close\r\n", false)]
    public void RFC9112_9_3_persistence(string version, string fields, bool wantsKeepAlive)
    {
        byte[] message = System.Text.Encoding.ASCII.GetBytes($"GET / {version}\r\n{Host}{fields}\r\n");
        var head = new RequestHead();
        var parser = new RequestParser(new HttpOptions(), new RecentFields());
        Assert.Equal(ParseStatus.Complete, parser.Parse(message, head));
        Assert.Equal(wantsKeepAlive, head.WantsKeepAlive);
    }
}
