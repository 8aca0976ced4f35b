using Stryke.Web.Http;
using Stryke.Web.Routing;
using Xunit;

namespace Stryke.Web.Specs.Routing;

public sealed class RouteWalkSpec
{
    [Fact]
    public void RFC9110_9_3_2_HEAD_is_answered_by_a_route_of_GET()
    {
        var walk = new RouteWalk(HttpVerb.Head, "/"u8, default);
        Assert.True(walk.Get(3));
        Assert.Equal(3, walk.Match.RouteId);
    }

    [Fact]
    public void RFC9110_15_5_6_routes_that_were_not_taken_make_Allow()
    {
        var walk = new RouteWalk(HttpVerb.Delete, "/"u8, default);
        Assert.False(walk.Post(1) || walk.Get(0));
        Assert.True(walk.Match.IsMethodNotAllowed);
        Assert.False(walk.Match.IsFound);
        Assert.Equal("GET, HEAD, POST", walk.Match.Allow.ToString());
    }

    [Fact]
    public void Nothing_offered_is_not_found()
    {
        var walk = new RouteWalk(HttpVerb.Get, "/"u8, default);
        Assert.Equal(-1, walk.Match.RouteId);
        Assert.False(walk.Match.IsFound || walk.Match.IsMethodNotAllowed);
        Assert.Equal(RouteMatch.NotFound.RouteId, walk.Match.RouteId);
    }

    [Theory]
    [InlineData("admin.example.com", true)]
    [InlineData("Admin.Example.COM:8080", true)]
    [InlineData("www.example.com", false)]
    [InlineData("", false)]
    public void RFC9110_4_2_3_hosts_are_compared_without_case_and_port(string host, bool isTaken)
    {
        var walk = new RouteWalk(HttpVerb.Get, "/"u8, System.Text.Encoding.ASCII.GetBytes(host));
        Assert.Equal(isTaken, walk.Get(0, "admin.example.com"u8));
    }

    [Fact]
    public void A_host_of_IPv6_keeps_its_colons()
    {
        var walk = new RouteWalk(HttpVerb.Get, "/"u8, "[::1]"u8);
        Assert.True(walk.Get(0, "[::1]"u8));
    }

    [Fact]
    public void Captures_are_ranges_of_the_path()
    {
        var walk = new RouteWalk(HttpVerb.Get, "/posts/42/x"u8, default);
        int end = walk.End(7);
        walk.Capture(0, 7, end);
        walk.Capture(7, end + 1, walk.Path.Length);
        walk.Get(0);
        Assert.Equal("42"u8.ToArray(), walk.Match.Capture(walk.Path, 0).ToArray());
        Assert.Equal("x"u8.ToArray(), walk.Match.Capture(walk.Path, 7).ToArray());
    }

    [Fact]
    public void A_path_too_long_for_its_ranges_is_empty()
    {
        var walk = new RouteWalk(HttpVerb.Get, new byte[RouteMatch.MaxPathBytes + 1], default);
        Assert.True(walk.Path.IsEmpty);
    }

    [Theory]
    [InlineData("feed.json", 4)]
    [InlineData("a.b.json", 3)]
    [InlineData("feed", -1)]
    [InlineData("feed.", -1)]
    [InlineData(".json", -1)]
    public void A_format_stands_behind_the_last_dot(string segment, int dot)
    {
        var walk = new RouteWalk(HttpVerb.Get, System.Text.Encoding.ASCII.GetBytes(segment), default);
        Assert.Equal(dot, walk.Dot(0, segment.Length));
    }
}
