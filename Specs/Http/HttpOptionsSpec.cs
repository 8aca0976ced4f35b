using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpOptionsSpec
{
    public static TheoryData<HttpOptions, string> OutOfRange =>
        new()
        {
            {
                new HttpOptions { MaxHeadBytes = 65_536 },
                "MaxHeadBytes"
            },
            {
                new HttpOptions { MaxTargetBytes = 0 },
                "MaxTargetBytes"
            },
            {
                new HttpOptions { MaxHeaders = -1 },
                "MaxHeaders"
            },
            {
                new HttpOptions { MaxBodyBytes = int.MaxValue },
                "MaxBodyBytes"
            },
            {
                new HttpOptions { HeadTimeoutMs = 0 },
                "HeadTimeoutMs"
            },
            {
                new HttpOptions { KeepAliveTimeoutMs = long.MaxValue },
                "KeepAliveTimeoutMs"
            },
        };

    [Fact]
    public void The_defaults_are_valid() => Assert.Null(Record.Exception(new HttpOptions().Validate));

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_limit_out_of_range_is_named(HttpOptions options, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);

    [Theory]
    [InlineData("x\r\ny")]
    [InlineData("Strÿke")]
    public void A_server_name_that_no_field_can_carry_is_refused(string name) =>
        Assert.Throws<ArgumentException>(new HttpOptions { ServerName = name }.Validate);
}
