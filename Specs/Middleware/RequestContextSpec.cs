using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Steps;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class RequestContextSpec
{
    private readonly Visitor<EndOfChain> _visitor = new(Some.Services());

    [Fact]
    public void A_connection_keeps_one_context_and_begins_each_request_with_it_empty()
    {
        var seen = new List<(RequestContext Context, int Items, string? Query, string? Form)>();
        _visitor.Action = context =>
        {
            seen.Add((context, context.Items.Count, context.Query["q"], context.Form["f"]));
            context.Items["user"] = 1;
        };

        _visitor.Post("/?q=1", "f=1");
        _visitor.Get("/");

        Assert.Same(seen[0].Context, seen[1].Context);
        Assert.Equal((0, "1", "1"), (seen[0].Items, seen[0].Query, seen[0].Form));
        Assert.Equal((0, null, null), (seen[1].Items, seen[1].Query, seen[1].Form));
    }

    [Fact]
    public void The_route_is_told_for_people_where_one_matched()
    {
        RequestContext? context = null;
        _visitor.Action = c => context = c;

        _visitor.Get("/posts/1");
        Assert.Same(Some.ShowPost, context!.RouteInfo);

        _visitor.Route = default;
        _visitor.Get("/nothing");
        Assert.Null(context.RouteInfo);
    }

    [Fact]
    public void A_session_that_nobody_would_write_back_is_refused_with_the_remedy()
    {
        Exception? refusal = null;
        _visitor.Action = context => refusal = Record.Exception(() => context.Session);

        _visitor.Get("/");

        Assert.Contains("Use<Sessions>()", Assert.IsType<InvalidOperationException>(refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_counts_as_used_from_its_first_use_in_the_request()
    {
        var visitor = new Visitor<Chain<Sessions, EndOfChain>>(Some.Services());
        var seen = new List<bool>();
        visitor.Action = context =>
        {
            seen.Add(context.HasSession);
            _ = context.Session;
            seen.Add(context.HasSession);
        };

        visitor.Get("/");
        visitor.Get("/");

        Assert.Equal([false, true, false, true], seen);
    }
}
