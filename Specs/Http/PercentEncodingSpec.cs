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
        var texts = ArbMap
            .Default.ArbFor<string>()
            .Filter(text => text is not null && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text);
        Prop.ForAll(
                texts,
                text =>
                {
                    byte[] encoded = Encoding.ASCII.GetBytes(PercentEncoding.Encode(text));
                    bool isSame =
                        PercentEncoding.Decode(encoded) == text
                        && PercentEncoding.Decode(encoded, plusIsSpace: true) == text
                        && PercentEncoding.IsWellFormed(encoded);
                    int length = PercentEncoding.Decode(encoded, encoded);
                    return isSame && Encoding.UTF8.GetString(encoded, 0, length) == text;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/a?b=c&d=e#f", "/a?b=c&d=e#f")]
    [InlineData("/süche?q=ä", "/s%C3%BCche?q=%C3%A4")]
    [InlineData("/a b\t\r\n\0\u007f", "/a%20b%09%0D%0A%00%7F")]
    [InlineData("/%C3%bc/%2F%", "/%C3%bc/%2F%25")]
    [InlineData("%", "%25")]
    [InlineData("%4", "%254")]
    [InlineData("%%41", "%25%41")]
    [InlineData("/\"<>\\^`{|}", "/%22%3C%3E%5C%5E%60%7B%7C%7D")]
    [InlineData("http://u:p@[::1]:80/-._~!$&'()*+,;=:@", "http://u:p@[::1]:80/-._~!$&'()*+,;=:@")]
    public void RFC3986_2_in_a_url_only_what_may_not_stand_there_is_encoded(string url, string encoded)
    {
        Assert.Equal(encoded, PercentEncoding.EncodeUrl(url));
        Assert.Equal(encoded, PercentEncoding.EncodeUrl(encoded));
    }

    [Fact]
    public void An_encoded_url_is_ASCII_and_is_not_encoded_again() =>
        Prop.ForAll<NonNull<string>>(text =>
            {
                string encoded = PercentEncoding.EncodeUrl(text.Get);
                return encoded.All(c => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '\\'))
                    && PercentEncoding.EncodeUrl(encoded) == encoded
                    && PercentEncoding.IsWellFormed(Encoding.ASCII.GetBytes(encoded));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Links_of_views_are_encoded_as_locations_are() =>
        Prop.ForAll<NonNull<string>>(text =>
            {
                string link = System.Net.WebUtility.HtmlDecode(Views.SpecTemplate.Render(t => t.Out.UrlPath("/" + text.Get)));

                // An apostrophe ends attributes.
                return link == PercentEncoding.EncodeUrl("/" + text.Get).Replace("'", "%27", StringComparison.Ordinal);
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("_method", "_method", true)]
    [InlineData("%5fm%65thod", "_method", true)]
    [InlineData("_metho", "_method", false)]
    [InlineData("_methods", "_method", false)]
    [InlineData("", "", true)]
    [InlineData("a+b%2B", "a b+", true)]
    [InlineData("%4", "%4", true)]
    [InlineData("%41%", "A%", true)]
    public void What_bytes_decode_to_is_compared_without_decoding_them(string encoded, string plain, bool isSame) =>
        Assert.Equal(
            isSame,
            PercentEncoding.DecodesTo(Encoding.ASCII.GetBytes(encoded), Encoding.ASCII.GetBytes(plain), plusIsSpace: true)
        );
}
