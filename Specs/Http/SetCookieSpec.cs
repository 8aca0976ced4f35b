using System.Buffers;
using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class SetCookieSpec
{
    public static TheoryData<SetCookie, string> Written =>
        new()
        {
            { new SetCookie("a", "1"), "a=1; Path=/" },
            {
                new SetCookie("a", "") { Path = null },
                "a="
            },
            {
                new SetCookie("a", "1")
                {
                    HttpOnly = true,
                    Secure = true,
                    SameSite = SameSite.Lax,
                },
                "a=1; Path=/; Secure; HttpOnly; SameSite=Lax"
            },
            {
                new SetCookie("a", "1") { SameSite = SameSite.Strict, Domain = "example.org" },
                "a=1; Path=/; Domain=example.org; SameSite=Strict"
            },
            {
                new SetCookie("a", "1")
                {
                    SameSite = SameSite.None,
                    Secure = true,
                    MaxAge = TimeSpan.FromDays(1),
                },
                "a=1; Path=/; Max-Age=86400; Secure; SameSite=None"
            },
            {
                new SetCookie("a", "1") { Expires = DateTimeOffset.FromUnixTimeSeconds(784111777) },
                "a=1; Path=/; Expires=Sun, 06 Nov 1994 08:49:37 GMT"
            },
            { SetCookie.Delete("a", "/x"), "a=; Path=/x; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT" },
            {
                new SetCookie("__Host-a", "1") { Secure = true },
                "__Host-a=1; Path=/; Secure"
            },
            {
                new SetCookie("__Secure-a", "1")
                {
                    Secure = true,
                    Path = "/x",
                    Domain = "y",
                },
                "__Secure-a=1; Path=/x; Domain=y; Secure"
            },
            { SetCookie.Delete("__Host-a"), "__Host-a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure" },
            { SetCookie.Delete("__secure-a", "/x"), "__secure-a=; Path=/x; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure" },
        };

    public static TheoryData<SetCookie> Refused =>
        new()
        {
            new SetCookie("", "1"),
            new SetCookie("a b", "1"),
            new SetCookie("a", "1; Domain=evil.example"),
            new SetCookie("a", "1\r\nSet-Cookie: b=2"),
            new SetCookie("a", "ö"),
            new SetCookie("a", "with space"),
            new SetCookie("a", "1") { Path = "/; HttpOnly" },
            new SetCookie("a", "1") { Domain = "x\r\ny" },
            new SetCookie("__Host-a", "1"),
            new SetCookie("__Host-a", "1") { Secure = true, Path = "/x" },
            new SetCookie("__Secure-a", "1"),
            new SetCookie("__host-a", "1"),
            new SetCookie("__Host-a", "1") { Secure = true, Domain = "x" },
            new SetCookie("__HOST-a", "1") { Secure = true, Path = null },
            SetCookie.Delete("__Host-a", "/x"),
            new SetCookie("a", "1") { SameSite = SameSite.None },
            new SetCookie("a", new string('x', 4096)),
            new SetCookie(new string('x', 4097), ""),
            new SetCookie("a", "1") { Path = "/" + new string('x', 1024) },
            new SetCookie("a", "1") { Domain = new string('x', 1025) },
        };

    [Theory]
    [MemberData(nameof(Written))]
    public void RFC6265_4_1_1_attributes(SetCookie cookie, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        cookie.WriteTo(output);
        Assert.Equal(expected, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_a_browser_would_misread_or_drop_is_refused(SetCookie cookie)
    {
        Assert.Throws<ArgumentException>(cookie.ThrowIfInvalid);
        Assert.Throws<ArgumentException>(() => cookie.WriteTo(new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void RFC6265bis_5_6_name_and_value_have_4096_bytes_and_more_is_an_error_that_names_the_cookie()
    {
        new SetCookie("prefs", new string('x', 4091)) { Path = "/" + new string('y', 1023), HttpOnly = true }.ThrowIfInvalid();
        string message = Assert.Throws<ArgumentException>(new SetCookie("prefs", new string('x', 4092)).ThrowIfInvalid).Message;
        Assert.Contains("Cookie prefs has 4097 bytes", message, StringComparison.Ordinal);
        Assert.Contains("more than 4096", message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", message, StringComparison.Ordinal);
    }
}
