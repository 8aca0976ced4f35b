using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

public class RequestReaderSpec
{
    private static readonly HttpOptions Options = new() { MaxBodyBytes = 1000 };
    private readonly HttpRequest _request = new ExchangeHarness().Exchange.Request;

    [Fact]
    public void RFC9112_9_3_2_pipelined_requests_come_one_after_the_other()
    {
        var bytes = Encoding.ASCII.GetBytes(
            "POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none"
            + "POST /2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n"
            + "GET /3 HTTP/1.1\r\nHost: x\r\n\r\n");
        var reader = new RequestReader(Options);
        var seen = new List<string>();
        for (var start = 0; start < bytes.Length; start += reader.MessageLength)
        {
            reader.Next(_request);
            Assert.Equal(ParseStatus.Complete, reader.Read(bytes, start, bytes.Length, _request));
            seen.Add($"{_request.Path} {Encoding.ASCII.GetString(_request.Body)}");
        }

        Assert.Equal(["/1 one", "/2 two", "/3 "], seen);
    }

    [Theory]
    [InlineData("Content-Length: 1000", 0)]
    [InlineData("Content-Length: 1001", 413)]
    [InlineData("Content-Length: 99999999999999999999", 413)]
    public void RFC9110_15_5_14_a_body_over_the_limit_is_refused_before_it_comes(string field, int status)
    {
        var bytes = Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: x\r\n{field}\r\n\r\n");
        var reader = new RequestReader(Options);
        reader.Next(_request);
        Assert.Equal(status == 0 ? ParseStatus.Incomplete : ParseStatus.Invalid, reader.Read(bytes, 0, bytes.Length, _request));
        Assert.Equal(status, reader.Error?.Status ?? 0);
    }

    [Fact]
    public void RFC9110_10_1_1_leave_to_continue_is_given_once_and_only_before_the_body()
    {
        const string Head = "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
        var bytes = Encoding.ASCII.GetBytes(Head + "hi");
        var reader = new RequestReader(Options);
        reader.Next(_request);
        reader.Read(bytes, 0, Head.Length - 1, _request);
        Assert.False(reader.ShouldContinue(Head.Length - 1, _request.Head));
        reader.Read(bytes, 0, Head.Length, _request);
        Assert.True(reader.ShouldContinue(Head.Length, _request.Head));
        Assert.False(reader.ShouldContinue(Head.Length, _request.Head));
        reader.Next(_request);
        reader.Read(bytes, 0, Head.Length + 1, _request);
        Assert.False(reader.ShouldContinue(Head.Length + 1, _request.Head));
    }

    [Fact]
    public void A_body_of_many_small_chunks_needs_little_more_room_than_its_bytes()
    {
        const string Head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        var wire = Encoding.ASCII.GetBytes(Head + string.Concat(Enumerable.Repeat("1\r\nx\r\n", 1000)) + "0\r\n\r\n");
        var buffer = new byte[4096];
        var (start, end, most) = (0, 0, 0);
        var reader = new RequestReader(Options);
        reader.Next(_request);
        var status = ParseStatus.Incomplete;
        foreach (var part in wire.Chunk(10))
        {
            // As the input of a connection does it: compact when the end is reached.
            if (end + part.Length > buffer.Length)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            part.CopyTo(buffer, end);
            end += part.Length;
            status = reader.Read(buffer, start, end, _request);
            start += reader.CloseGap(buffer, start, _request);
            most = Math.Max(most, end - start);
        }

        Assert.Equal(ParseStatus.Complete, status);
        Assert.Equal(new string('x', 1000), Encoding.ASCII.GetString(_request.Body));
        Assert.InRange(most, 1000, (2 * (1000 + Head.Length)) + 10);
    }
}
