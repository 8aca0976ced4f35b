using System.Net;
using System.Text;
using Stryke.Web.Http.Proxies;
using Xunit;

namespace Stryke.Web.Specs.Http.Proxies;

public sealed class IPAddressValueSpec
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("1::")]
    [InlineData("1::8")]
    [InlineData("2001:db8:cafe::17")]
    [InlineData("2001:0DB8:0:0:1:0:0:1")]
    [InlineData("1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::")]
    [InlineData("::2:3:4:5:6:7:8")]
    [InlineData("1:0:3:4:5:6:7:8")]
    [InlineData("64:ff9b::192.0.2.33")]
    [InlineData("1:2:3:4:5:6:192.0.2.33")]
    [InlineData("::ffff:192.0.2.33")]
    public void Reads_what_the_base_library_reads_and_writes_it_in_canonical_form(string text)
    {
        Assert.True(IPAddressValue.TryParse(Encoding.ASCII.GetBytes(text), out var address));

        var expected = IPAddress.Parse(text);
        Assert.Equal(expected.IsIPv4MappedToIPv6 ? expected.MapToIPv4() : expected, address.ToIPAddress());
        Assert.Equal(IPAddressValue.Of(expected), address);
        Assert.Equal(address.IsIPv4 ? address.ToIPAddress().ToString() : Canonical(expected), Format(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("1..3.4")]
    [InlineData("1.2.3.")]
    [InlineData("1.2.3.4 ")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData(":1")]
    [InlineData("1:")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("fe80::1%eth0")]
    [InlineData("1.2.3.4::")]
    public void Refuses_what_is_no_address(string text) => Assert.False(IPAddressValue.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void Whatever_the_bits_the_text_reads_back_as_the_same_address()
    {
        var random = new Random(7239);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = new byte[16];
            random.NextBytes(bytes);
            for (int group = 0; group < 16; group += 2)
            {
                if (random.Next(2) == 0)
                    bytes[group] = bytes[group + 1] = 0;
            }

            var expected = new IPAddress(bytes);
            var address = IPAddressValue.Of(expected);
            string text = Format(address);

            Assert.Equal(Canonical(expected), text);
            Assert.True(IPAddressValue.TryParse(Encoding.ASCII.GetBytes(text), out var again));
            Assert.Equal(address, again);
        }
    }

    // RFC 5952 §5 leaves it open how an embedded IPv4 address looks; the base library shows some in decimal, we show groups.
    private static string Canonical(IPAddress address)
    {
        string text = address.ToString();
        if (!text.Contains('.', StringComparison.Ordinal))
            return text;
        int colon = text.LastIndexOf(':');
        int[] parts = text[(colon + 1)..].Split('.').Select(int.Parse).ToArray();
        return Format(
            IPAddressValue.Of(IPAddress.Parse($"{text[..(colon + 1)]}{(parts[0] << 8) | parts[1]:x}:{(parts[2] << 8) | parts[3]:x}"))
        );
    }

    private static string Format(IPAddressValue address)
    {
        Span<byte> utf8 = stackalloc byte[39];
        return Encoding.ASCII.GetString(utf8[..address.Format(utf8)]);
    }
}
