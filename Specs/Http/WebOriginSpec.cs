using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

/// <summary>RFC 6454: origins, as browsers tell them.</summary>
public class WebOriginSpec
{
    [Theory]
    [InlineData("http://a", "http://a:80", true)]
    [InlineData("https://a", "https://a:443", true)]
    [InlineData("HTTPS://A", "https://a:0443", true)]
    [InlineData("http://a:", "http://a", true)]
    [InlineData("http://a", "https://a", false)]
    [InlineData("http://a:443", "https://a", false)]
    [InlineData("http://a", "http://b", false)]
    [InlineData("http://a", "http://a.", false)]
    [InlineData("http://a:1", "http://a:2", false)]
    [InlineData("http://[::1]", "http://[0:0::0:1]:80", true)]
    [InlineData("http://[::FFFF:1.2.3.4]", "http://[::ffff:102:304]", true)]
    [InlineData("http://[::1]", "http://[::2]", false)]
    [InlineData("http://127.0.0.1:65535", "http://127.0.0.1:65535", true)]
    public void S5_origins_are_the_same_when_scheme_host_and_port_are(string one, string other, bool isSame)
    {
        Assert.True(WebOrigin.TryParse(Encoding.ASCII.GetBytes(one), out var first));
        Assert.True(WebOrigin.TryParse(Encoding.ASCII.GetBytes(other), out var second));
        Assert.Equal(isSame, first.IsSame(second));
        Assert.Equal(isSame, second.IsSame(first));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("a")]
    [InlineData("//a")]
    [InlineData("://a")]
    [InlineData("http:a")]
    [InlineData("http://")]
    [InlineData("http://:80")]
    [InlineData("ftp://a")]
    [InlineData("httpx://a")]
    [InlineData("http://u@a")]
    [InlineData("http://u:p@a")]
    [InlineData("http://a/")]
    [InlineData("http://a?b")]
    [InlineData("http://a#b")]
    [InlineData("http://a b")]
    [InlineData("http://a http://a")]
    [InlineData("http://a, http://a")]
    [InlineData("http://a:65536")]
    [InlineData("http://a:8x")]
    [InlineData("http://a:-1")]
    [InlineData("http://::1")]
    [InlineData("http://[::1")]
    [InlineData("http://[a]")]
    public void S7_anything_else_is_no_origin(string text) => Assert.False(WebOrigin.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("a.example", "a.example", "")]
    [InlineData("a.example:81", "a.example", "81")]
    [InlineData("a.example:", "a.example", "")]
    [InlineData("[::1]", "[::1]", "")]
    [InlineData("[::1]:81", "[::1]", "81")]
    public void RFC3986_3_2_an_authority_is_a_host_and_a_port(string authority, string host, string port)
    {
        Assert.Equal(host, Encoding.ASCII.GetString(HostNames.Split(Encoding.ASCII.GetBytes(authority), out var digits)));
        Assert.Equal(port, Encoding.ASCII.GetString(digits));
    }
}
