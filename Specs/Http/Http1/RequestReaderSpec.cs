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
        byte[] bytes = Encoding.ASCII.GetBytes(
            "POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none"
                + "POST /2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n"
                + "GET /3 HTTP/1.1\r\nHost: x\r\n\r\n"
        );
        var reader = new RequestReader(Options, new RecentFields());
        var seen = new List<string>();
        for (int start = 0; start < bytes.Length; start += reader.MessageLength)
        {
            reader.Reset();
            _request.Reset();
            Assert.Equal(ParseStatus.Complete, reader.ReadWhole(bytes, start, bytes.Length, _request));
            seen.Add($"{_request.Path} {Encoding.ASCII.GetString(_request.Body)}");
        }

        Assert.Equal(["/1 one", "/2 two", "/3 "], seen);
    }

    [Fact]
    public void The_head_of_a_request_with_a_body_comes_first()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("PUT /file HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
        var reader = new RequestReader(Options, new RecentFields());
        Assert.Equal(ParseStatus.Head, reader.Read(bytes, 0, bytes.Length - 2, _request));
        Assert.Equal(HttpVerb.Put, _request.Verb);
        Assert.Equal(ParseStatus.Head, reader.Read(bytes, 0, bytes.Length, _request));
        reader.BufferBody(_request.Head, maxBytes: 2);
        Assert.Equal(ParseStatus.Complete, reader.Read(bytes, 0, bytes.Length, _request));
        Assert.Equal("hi"u8, _request.Body);
    }

    [Fact]
    public void A_body_of_many_small_chunks_needs_little_more_room_than_its_bytes()
    {
        const string Head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        byte[] wire = Encoding.ASCII.GetBytes(Head + string.Concat(Enumerable.Repeat("1\r\nx\r\n", 1000)) + "0\r\n\r\n");
        byte[] buffer = new byte[4096];
        var (start, end, most) = (0, 0, 0);
        var reader = new RequestReader(Options, new RecentFields());
        var status = ParseStatus.Incomplete;
        foreach (byte[] part in wire.Chunk(10))
        {
            // As the input of a connection does it: compact when the end is reached.
            if (end + part.Length > buffer.Length)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            part.CopyTo(buffer, end);
            end += part.Length;
            status = reader.ReadWhole(buffer, start, end, _request);
            start += reader.CloseGap(buffer, start, _request);
            most = Math.Max(most, end - start);
        }

        Assert.Equal(ParseStatus.Complete, status);
        Assert.Equal(new string('x', 1000), Encoding.ASCII.GetString(_request.Body));
        Assert.InRange(most, 1000, (2 * (1000 + Head.Length)) + 10);
    }
}
