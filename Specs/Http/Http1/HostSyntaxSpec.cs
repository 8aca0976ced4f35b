using System.Text;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

public class HostSyntaxSpec
{
    [Theory]
    [InlineData("example.org", true)]
    [InlineData("example.org:", true)]
    [InlineData("example.org:65535", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("under_score", true)]
    [InlineData("xn--caf-dma.example", true)]
    [InlineData("a%20b", true)]
    [InlineData("[::1]", true)]
    [InlineData("[::ffff:1.2.3.4]:80", true)]
    [InlineData("", false)]
    [InlineData(":80", false)]
    [InlineData("a:123456", false)]
    [InlineData("a:8 0", false)]
    [InlineData("a:b", false)]
    [InlineData("a:80:90", false)]
    [InlineData("a b", false)]
    [InlineData("a%2", false)]
    [InlineData("a,b", false)]
    [InlineData("a@b", false)]
    [InlineData("a/b", false)]
    [InlineData("a?b", false)]
    [InlineData("[::1", false)]
    [InlineData("[]", false)]
    [InlineData("[1.2.3]", false)]
    [InlineData("[::1]x", false)]
    [InlineData("[::1%eth0]", false)]
    [InlineData("::1", false)]
    public void RFC9110_7_2_host_and_optional_port(string host, bool isValid) =>
        Assert.Equal(isValid, HostSyntax.IsValid(Encoding.ASCII.GetBytes(host)));
}
