using Stryke.Web.Middleware;
using Xunit;
using Three = Stryke.Web.Middleware.Chains.Chain<
    Stryke.Web.Specs.Middleware.StepA,
    Stryke.Web.Middleware.Chains.Chain<
        Stryke.Web.Specs.Middleware.StepB,
        Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Specs.Middleware.StepC, Stryke.Web.Middleware.Chains.EndOfChain>
    >
>;

namespace Stryke.Web.Specs.Middleware;

public sealed class ChainSpec
{
    private readonly Visitor<Three> _visitor;

    public ChainSpec()
    {
        Trace.Events.Clear();
        _visitor = new(Some.Services()) { Action = Act };
        Assert.Equal(["A start", "B start", "C start"], Trace.Events);
        Trace.Events.Clear();
    }

    [Fact]
    public void A_request_goes_in_from_the_outside_and_the_response_comes_out_from_the_inside()
    {
        Assert.Equal("ok", _visitor.Get("/").Body);
        Assert.Equal(["A in", "B in", "C in", "action", "C out", "B out", "A out"], Trace.Events);
    }

    [Theory]
    [InlineData("A", "A in, A out")]
    [InlineData("B", "A in, B in, B out, A out")]
    [InlineData("C", "A in, B in, C in, C out, B out, A out")]
    public void A_step_that_answers_keeps_the_request_from_all_inside_of_it(string step, string events)
    {
        Assert.Equal("answered", _visitor.Get("/", $"X-Answer: {step}").Body);
        Assert.Equal(events, string.Join(", ", Trace.Events));
    }

    [Theory]
    [InlineData("A", "A in, A out")]
    [InlineData("B", "A in, B in, B out, A out")]
    [InlineData("C", "A in, B in, C in, C out, B out, A out")]
    public void A_step_that_throws_on_the_way_in_is_a_500_that_goes_out_through_the_steps_outside(string step, string events)
    {
        Assert.Equal(500, _visitor.Get("/", $"X-Throw-In: {step}").Status);
        Assert.Equal(events, string.Join(", ", Trace.Events));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    [InlineData("AB")]
    [InlineData("ABC")]
    public void A_step_that_throws_on_the_way_out_is_a_500_and_the_steps_outside_still_run_once(string steps)
    {
        var reply = _visitor.Get("/", $"X-Throw-Out: {steps}");

        Assert.Equal(500, reply.Status);
        Assert.NotEqual("ok", reply.Body);
        Assert.Equal(["A in", "B in", "C in", "action", "C out", "B out", "A out"], Trace.Events);
    }

    [Fact]
    public void The_next_request_of_the_connection_knows_nothing_of_the_last()
    {
        _visitor.Get("/", "X-Answer: A");
        Trace.Events.Clear();

        Assert.Equal("ok", _visitor.Get("/").Body);
        Assert.Equal(["A in", "B in", "C in", "action", "C out", "B out", "A out"], Trace.Events);
    }

    private static void Act(RequestContext context)
    {
        Trace.Events.Add("action");
        context.Response.Write("ok"u8);
    }
}
