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
                string value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)); // lone surrogates become U+FFFD
                if (value is "." or "..")
                    return true;
                string path = RoutePath.Segment(value);
                return !path.Contains('/') && PercentEncoding.Decode(Encoding.ASCII.GetBytes(path)) == value;
            })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "", "a//b")]
    [InlineData(".", "%2E", "a/%2E/b")]
    [InlineData("..", "%2E%2E", "a/%2E%2E/b")]
    [InlineData("...", "...", "a/.../b")]
    public void RFC3986_5_2_4_steps_and_nothing_are_no_addresses_and_no_errors(string value, string segment, string rest)
    {
        Assert.Equal(segment, RoutePath.Segment(value));
        Assert.Equal(rest, RoutePath.Glob($"a/{value}/b"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/a", "/a")]
    [InlineData("a/", "a/")]
    [InlineData("a b/ü#?/c", "a%20b/%C3%BC%23%3F/c")]
    public void The_rest_of_a_path_is_encoded_segment_by_segment(string value, string rest) => Assert.Equal(rest, RoutePath.Glob(value));

    [Fact]
    public void The_rest_keeps_its_slashes() => Assert.Equal("css/my%20file.css", RoutePath.Glob("css/my file.css"));

    [Fact]
    public void Numbers_and_ids_are_written_without_a_culture()
    {
        Assert.Equal("-1234567", RoutePath.Segment(-1234567L));
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", RoutePath.Segment(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")));
    }
}
