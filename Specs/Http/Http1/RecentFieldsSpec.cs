using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>
/// Heads read one after the other by readers that share what they remember: what is understood of one may depend on its own bytes only.
/// <see cref="HeadReading"/> reads every head of the other specs twice, too.
/// </summary>
public class RecentFieldsSpec
{
    private const string Fields =
        "Host: example.org:8080\r\nCookie: a=b\r\nContent-Type: text/plain\r\nContent-Length: 3\r\nX-Other: 1\r\n\r\n";

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n", Fields, "POST /a/longer/path?and=query HTTP/1.1\r\n", Fields)]
    [InlineData("POST /a/longer/path?and=query HTTP/1.1\r\n", Fields, "GET / HTTP/1.1\r\n", Fields)]
    [InlineData("GET / HTTP/1.1\r\n", Fields, "GET http://other.example/ HTTP/1.1\r\n", Fields)]
    [InlineData("GET http://other.example/ HTTP/1.1\r\n", Fields, "GET / HTTP/1.1\r\n", Fields)]
    [InlineData("GET / HTTP/1.1\r\n", "Host: x\r\n\r\n", "GET / HTTP/1.1\r\n", "Host: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n", "Host: x\r\nConnection: close\r\n\r\n", "GET / HTTP/1.1\r\n", "Host: x\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\n", "\r\n", "GET / HTTP/1.1\r\n", "\r\n")]
    [InlineData("POST / HTTP/1.0\r\n", "Host: x\r\nExpect: 200-ok\r\n\r\n", "POST / HTTP/1.1\r\n", "Host: x\r\nExpect: 200-ok\r\n\r\n")]
    [InlineData(
        "POST / HTTP/1.1\r\n",
        "Host: x\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.0\r\n",
        "Host: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    )]
    [InlineData("GET / HTTP/1.1\r\n", "Host: x\r\nA:\r\n\r\n", "GET / HTTP/1.1\r\n", "Host: x\r\nA:\r\nB: c\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n", "Host: x\r\nCookie: \r\n\r\n", "GET /longer HTTP/1.1\r\n", "Host: x\r\nCookie: \r\n\r\n")]
    public void A_head_reads_as_if_none_had_been_read_before(string firstLine, string firstFields, string line, string fields)
    {
        var recent = new RecentFields();
        Read(firstLine + firstFields, recent);
        Assert.Equal(HeadReading.Of(line + fields), Read(line + fields, recent));

        // And again, with other bytes behind it.
        Assert.Equal(HeadReading.Of(line + fields), Read(line + fields + "GET", recent));
    }

    [Fact]
    public void Fields_that_have_not_come_whole_are_waited_for()
    {
        const string Head = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        var recent = new RecentFields();
        Read(Head, recent);
        for (int length = 0; length < Head.Length; length++)
        {
            Assert.Equal(HeadReading.Nothing, Read(Head[..length], recent));
        }
    }

    [Fact]
    public void A_head_is_not_longer_than_it_may_be_because_its_fields_are_known()
    {
        var limits = new HttpOptions { MaxHeadBytes = 64, MaxTargetBytes = 40 };
        var recent = new RecentFields();
        string fields = $"Host: x\r\nX: {new string('y', 30)}\r\n\r\n";
        Assert.Equal(0, Read("GET / HTTP/1.1\r\n" + fields, recent, limits).Refusal);
        Assert.Equal(431, Read($"GET /{new string('z', 20)} HTTP/1.1\r\n" + fields, recent, limits).Refusal);
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(90, 5)]
    public void Fields_that_are_too_many_to_remember_are_read_all_the_same(int count, int valueLength)
    {
        var recent = new RecentFields();
        Read("GET / HTTP/1.1\r\nHost: x\r\n\r\n", recent);
        string head = new StringBuilder("GET / HTTP/1.1\r\nHost: y\r\n")
            .Insert(25, $"X: {new string('v', valueLength)}\r\n", count)
            .Append("\r\n")
            .ToString();
        Assert.Equal(HeadReading.Of(head), Read(head, recent));
        Assert.Equal(HeadReading.Of(head), Read(head, recent));
        Assert.Equal("x", Read("GET / HTTP/1.1\r\nHost: x\r\n\r\n", recent).Host);
    }

    private static HeadReading Read(string head, RecentFields recent, HttpOptions? limits = null) =>
        HeadReading.Of(Encoding.Latin1.GetBytes(head), [], limits ?? new HttpOptions(), recent);
}
