using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class PercentEncodingSpec
{
    [Theory]
    [InlineData("plain-._~09", "plain-._~09")]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b?c&d=e+f%", "a%2Fb%3Fc%26d%3De%2Bf%25")]
    [InlineData("smörgås", "sm%C3%B6rg%C3%A5s")]
    [InlineData("", "")]
    public void RFC3986_2_everything_but_unreserved_is_encoded(string text, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.Encode(text));
        var output = new ArrayBufferWriter<byte>();
        PercentEncoding.Encode(Encoding.UTF8.GetBytes(text), output);
        Assert.Equal(encoded, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("a%20b+c", false, "a b+c")]
    [InlineData("a%20b+c", true, "a b c")]
    [InlineData("sm%c3%B6r", false, "smör")]
    [InlineData("100%", false, "100%")]
    [InlineData("%zz%4", false, "%zz%4")]
    [InlineData("%2", false, "%2")]
    [InlineData("%ff", false, "\uFFFD")]
    public void Decoding_leaves_what_is_no_escape(string encoded, bool plusIsSpace, string text) =>
        Assert.Equal(text, PercentEncoding.Decode(Encoding.ASCII.GetBytes(encoded), plusIsSpace));

    [Theory]
    [InlineData("", true)]
    [InlineData("%41%e2", true)]
    [InlineData("a%", false)]
    [InlineData("%4", false)]
    [InlineData("%4g", false)]
    [InlineData("%%41", false)]
    public void Well_formed_is_two_digits_after_each_percent_sign(string encoded, bool isWellFormed) =>
        Assert.Equal(isWellFormed, PercentEncoding.IsWellFormed(Encoding.ASCII.GetBytes(encoded)));

    [Fact]
    public void Decoding_undoes_encoding_in_place_too()
    {
        var texts = ArbMap.Default.ArbFor<string>().Filter(text => text is not null && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);
        Prop.ForAll(texts, text =>
        {
            var encoded = Encoding.ASCII.GetBytes(PercentEncoding.Encode(text));
            var isSame = PercentEncoding.Decode(encoded) == text && PercentEncoding.Decode(encoded, plusIsSpace: true) == text
                && PercentEncoding.IsWellFormed(encoded);
            var length = PercentEncoding.Decode(encoded, encoded);
            return isSame && Encoding.UTF8.GetString(encoded, 0, length) == text;
        }).QuickCheckThrowOnFailure();
    }
}
