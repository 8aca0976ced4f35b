using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Http;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Routing;

public sealed class RoutePathSpec
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("ä ?#%", "%C3%A4%20%3F%23%25")]
    public void A_segment_stays_one_segment(string value, string path) => Assert.Equal(path, RoutePath.Segment(value));

    [Fact]
    public void A_segment_decodes_to_what_it_was_made_from() =>
        Prop.ForAll<NonEmptyString>(text =>
        {
            string value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));   // lone surrogates become U+FFFD
            if (value is "." or "..") return true;
            string path = RoutePath.Segment(value);
            return !path.Contains('/') && PercentEncoding.Decode(Encoding.ASCII.GetBytes(path)) == value;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void RFC3986_5_2_4_steps_and_nothing_are_no_segments(string value)
    {
        Assert.Throws<ArgumentException>(() => RoutePath.Segment(value));
        Assert.Throws<ArgumentException>(() => RoutePath.Rest($"a/{value}/b"));
    }

    [Fact]
    public void The_rest_keeps_its_slashes() => Assert.Equal("css/my%20file.css", RoutePath.Rest("css/my file.css"));

    [Fact]
    public void Numbers_and_ids_are_written_without_a_culture()
    {
        Assert.Equal("-1234567", RoutePath.Segment(-1234567L));
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", RoutePath.Segment(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")));
    }
}
