using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class StatusLinesSpec
{
    [Theory]
    [InlineData(200, "HTTP/1.1 200 OK\r\n")]
    [InlineData(404, "HTTP/1.1 404 Not Found\r\n")]
    [InlineData(299, "HTTP/1.1 299 \r\n")]
    [InlineData(599, "HTTP/1.1 599 \r\n")]
    public void RFC9112_4_the_space_stays_where_there_is_no_phrase(int status, string line) =>
        Assert.Equal(line, Encoding.ASCII.GetString(StatusLines.Get(status)));
}
