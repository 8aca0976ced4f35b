using System.Text;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http;

public sealed class MediaRangesSpec
{
    [Theory]
    [InlineData("", 1000)]
    [InlineData("*/*", 1000)]
    [InlineData("text/html", 0)]
    [InlineData("application/json", 1000)]
    [InlineData("APPLICATION/json;q=0.5", 500)]
    [InlineData("application/json ; q=0.123", 123)]
    [InlineData("application/json;charset=utf-8;q=0.4", 400)]
    [InlineData("application/*;q=0.3", 300)]
    [InlineData("application/json;q=0", 0)]
    [InlineData("*/*, application/json;q=0", 0)]
    [InlineData("application/json;q=0.2, application/*;q=0.9, */*", 200)]
    [InlineData("app/*", 0)]
    [InlineData("application", 0)]
    [InlineData("applicationx/*", 0)]
    [InlineData("text/html;title=\"a, application/json\"", 0)]
    [InlineData("text/html;title=\"a\\\", b\", application/json;q=0.7", 700)]
    [InlineData("application/json;Q=1.000", 1000)]
    [InlineData(", ,application/json;q=0.6,", 600)]
    public void RFC9110_12_5_1_the_most_precise_range_gives_the_weight(string accept, int weight) =>
        Assert.Equal(weight, Of(accept).Weight);

    [Theory]
    [InlineData("q=2")]
    [InlineData("q=1.001")]
    [InlineData("q=0.1234")]
    [InlineData("q=-1")]
    [InlineData("q=.5")]
    [InlineData("q=")]
    [InlineData("q=0.5x")]
    public void RFC9110_12_4_2_a_range_whose_weight_is_none_is_left_out(string weight) =>
        Assert.Equal(100, Of($"application/json;{weight}, */*;q=0.1").Weight);

    [Fact]
    public void Of_equal_weights_the_one_named_first_is_above()
    {
        var accept = "application/json, text/html"u8;
        Assert.True(MediaRanges.Of(accept, MediaTypes.Json).IsAbove(MediaRanges.Of(accept, MediaTypes.Html)));
        Assert.False(MediaRanges.Of(accept, MediaTypes.Html).IsAbove(MediaRanges.Of(accept, MediaTypes.Json)));
        Assert.False(MediaRanges.Of("*/*"u8, MediaTypes.Html).IsAbove(MediaRanges.Of("*/*"u8, MediaTypes.Json)));
    }

    private static MediaPreference Of(string accept) => MediaRanges.Of(Encoding.ASCII.GetBytes(accept), MediaTypes.Json);
}
