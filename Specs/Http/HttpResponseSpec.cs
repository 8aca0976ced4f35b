using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpResponseSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private readonly ExchangeHarness _harness = new();

    [Fact]
    public void An_answer_has_server_date_and_exact_length()
    {
        var response = Answer(
            Get,
            r =>
            {
                r.SetContentType(MediaTypes.Text);
                r.Write("hällo");
            }
        );
        Assert.Equal("HTTP/1.1 200 OK", response.StatusLine);
        Assert.Equal(["Server", "Date", "Content-Type", "Content-Length"], response.Fields.Select(field => field.Name));
        Assert.Equal("Stryke", response["Server"]);
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", response["Date"]);
        Assert.Equal("6", response["Content-Length"]);
        Assert.Equal("hällo", response.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(100_000)]
    [InlineData(3)]
    public void The_head_fits_before_a_body_of_any_length_and_any_head_after_any_other(int length)
    {
        foreach (int fields in new[] { 0, 50, 3 })
        {
            var response = Answer(
                Get,
                r =>
                {
                    r.Write(new string('a', length));
                    for (int i = 0; i < fields; i++)
                    {
                        r.AddHeader($"X-Field-{i}", new string('v', i));
                    }
                }
            );
            Assert.Equal(new string('a', length), response.Body);
            Assert.Equal(fields, response.Fields.Count(field => field.Name.StartsWith("X-Field")));
        }
    }

    [Fact]
    public void Content_Type_is_known_however_it_was_set_and_replaced()
    {
        var response = Answer(
            Get,
            r =>
            {
                Assert.True(r.HasOnlyContentType);
                Assert.True(r.ContentType.IsEmpty);
                r.SetContentType(MediaTypes.Text);
                r.SetContentType(MediaTypes.Html);
                Assert.True(r.HasOnlyContentType);
                Assert.True(r.ContentType.SequenceEqual(MediaTypes.Html));
                r.AddHeader("X-Other", "1");
                Assert.False(r.HasOnlyContentType);
                r.SetContentType(MediaTypes.Json);
                Assert.True(r.ContentType.SequenceEqual(MediaTypes.Json));
                r.SetHeader("content-type", "text/x-own");
                Assert.Equal("text/x-own", Encoding.ASCII.GetString(r.ContentType));
                r.RemoveHeader("X-Other"u8);
                Assert.False(r.HasOnlyContentType && r.ContentType.IsEmpty);
            }
        );
        Assert.Equal(["Server", "Date", "content-type", "Content-Length"], response.Fields.Select(field => field.Name));
    }

    [Fact]
    public void RFC9110_9_3_2_the_answer_to_HEAD_has_the_length_of_the_body_and_no_body()
    {
        var response = Answer("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", r => r.Write("12345"u8));
        Assert.Equal("5", response["Content-Length"]);
        Assert.Equal("", response.Body);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(304, null)]
    [InlineData(205, "0")]
    public void RFC9110_15_statuses_without_content_carry_none(int status, string? contentLength)
    {
        var response = Answer(
            Get,
            r =>
            {
                r.Write("not to be sent"u8);
                r.Status = status;
            }
        );
        Assert.Equal(status, response.Status);
        Assert.Equal(contentLength, response["Content-Length"]);
        Assert.Equal("", response.Body);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(199)]
    [InlineData(600)]
    public void Only_final_statuses_can_be_set(int status) =>
        Answer(Get, r => Assert.Throws<ArgumentOutOfRangeException>(() => r.Status = status));

    [Theory]
    [InlineData("X-A", "1\r\nX-B: 2")]
    [InlineData("X-A", "1\n")]
    [InlineData("X-A", "\0")]
    [InlineData("X-A", "\u007f")]
    [InlineData("X-A: 1\r\nX-B", "2")]
    [InlineData("X A", "1")]
    [InlineData("", "1")]
    [InlineData("Content-Length", "1")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("Connection", "close")]
    [InlineData("Date", "now")]
    [InlineData("Server", "x")]
    public void RFC9110_5_5_no_field_can_split_or_reframe_an_answer(string name, string value)
    {
        var response = Answer(
            Get,
            r =>
            {
                Assert.Throws<ArgumentException>(() => r.AddHeader(name, value));
                Assert.Throws<ArgumentException>(() => r.SetHeader(name, value));
            }
        );
        Assert.Equal(3, response.Fields.Count);
    }

    [Fact]
    public void A_refused_cookie_leaves_nothing_behind()
    {
        var response = Answer(
            Get,
            r =>
            {
                Assert.Throws<ArgumentException>(() => r.AddCookie(new SetCookie("a", "1") { Domain = "\r\n" }));
                r.AddCookie(new SetCookie("b", "2"));
            }
        );
        Assert.Equal("b=2; Path=/", response["Set-Cookie"]);
    }

    [Fact]
    public void Fields_are_added_set_found_and_removed()
    {
        var response = Answer(
            Get,
            r =>
            {
                r.AddHeader("X-Many", "1");
                r.AddHeader("x-many", "2");
                r.AddHeader("X-Man", "3");
                r.AddHeaderLines(new HeaderLines("X-Fixed: yes\r\nX-Other: no\r\n"u8));
                r.SetHeader("X-Once", "a");
                r.SetHeader("x-ONCE", "b");
                r.SetContentType(MediaTypes.Text);
                r.SetContentType(MediaTypes.Html);
                r.RemoveHeader("X-Other"u8);
                Assert.True(r.TryGetHeader("X-MANY"u8, out var value));
                Assert.Equal("1", Encoding.ASCII.GetString(value));
                Assert.True(r.HasHeader("x-fixed"u8));
                Assert.False(r.HasHeader("X-Other"u8));
                r.RemoveHeader("X-Many"u8);
                Assert.False(r.HasHeader("X-Many"u8));
                r.AddHeader("X-Many", "4");
            }
        );
        Assert.Equal("4", response["X-Many"]);
        Assert.Equal("3", response["X-Man"]);
        Assert.Equal("yes", response["X-Fixed"]);
        Assert.Equal("b", response["X-Once"]);
        Assert.Equal("text/html; charset=utf-8", response["Content-Type"]);
        Assert.Null(response["X-Other"]);
    }

    [Fact]
    public void A_reset_answer_is_as_new()
    {
        var response = Answer(
            Get,
            r =>
            {
                r.Status = 404;
                r.AddHeader("X-A", "1");
                r.Write("gone"u8);
                r.Reset();
                Assert.Equal(0, r.BodyLength);
                r.Write("here"u8);
            }
        );
        Assert.Equal(200, response.Status);
        Assert.Null(response["X-A"]);
        Assert.Equal("here", response.Body);
    }

    [Fact]
    public void The_body_can_be_read_and_cleared_before_it_is_sent()
    {
        var response = Answer(
            Get,
            r =>
            {
                Assert.True(r.Body.IsEmpty);
                r.Write("first"u8);
                Assert.True(r.Body.SequenceEqual("first"u8));
                r.ClearBody();
                Assert.Equal(0, r.BodyLength);
                r.Write("second"u8);
            }
        );
        Assert.Equal("second", response.Body);
    }

    [Fact]
    public async Task An_answer_begun_in_one_turn_is_finished_in_another()
    {
        var pending = _harness.RunAsync(Get, exchange => exchange.Response.Write("be"u8));
        Assert.False(pending.IsCompleted);
        var response = _harness.Exchange.Response;
        Assert.True(response.Body.SequenceEqual("be"u8));
        response.Write("gun"u8);
        response.GetSpan(1)[0] = (byte)'!';
        response.Advance(1);
        _harness.Exchange.Complete();
        Assert.Equal("begun!", (await pending).Body);
        Assert.Equal("as new", Answer(Get, r => r.Write("as new"u8)).Body);
    }

    [Fact]
    public void Every_buffer_goes_back()
    {
        Answer(
            Get,
            r =>
            {
                r.AddHeader("X-A", "1");
                r.Write("x"u8);
            }
        );
        _harness.Exchange.Response.Release();
        Assert.Equal(0, _harness.Pool.Outstanding);
    }

    private ReceivedResponse Answer(string request, Action<HttpResponse> write) =>
        _harness.Run(
            request,
            exchange =>
            {
                write(exchange.Response);
                exchange.Complete();
            }
        );
}
