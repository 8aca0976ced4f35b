using System.Text;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

public class ResponseHeadsSpec
{
    [Theory]
    [InlineData(200, "Stryke", 0, "HTTP/1.1 200 OK\r\nServer: Stryke\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n")]
    [InlineData(404, "", 1, "HTTP/1.1 404 Not Found\r\nDate: Thu, 01 Jan 1970 00:00:01 GMT\r\n")]
    public void RFC9110_6_6_1_and_10_2_4_date_and_server(int status, string server, long second, string expected)
    {
        var heads = new ResponseHeads(server);
        byte[] bytes = new byte[200];
        Assert.Equal(expected.Length, heads.Length(status));
        Assert.Equal(expected, Encoding.ASCII.GetString(bytes, 0, heads.Write(status, second, bytes)));
    }

    [Fact]
    public void The_date_follows_the_clock()
    {
        var heads = new ResponseHeads("x");
        byte[] bytes = new byte[200];
        heads.Write(200, 59, bytes);
        string text = Encoding.ASCII.GetString(bytes, 0, heads.Write(200, 60, bytes));
        Assert.Contains("00:01:00", text);
    }
}
