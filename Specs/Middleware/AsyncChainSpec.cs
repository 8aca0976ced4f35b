using Stryke.Web.Middleware.Chains;
using Stryke.Web.Specs.Actors;
using Xunit;
using Three = Stryke.Web.Middleware.Chains.Chain<
    Stryke.Web.Specs.Middleware.StepA,
    Stryke.Web.Middleware.Chains.AsyncChain<
        Stryke.Web.Specs.Middleware.AsyncStep,
        Stryke.Web.Middleware.Chains.Chain<Stryke.Web.Specs.Middleware.StepC, Stryke.Web.Middleware.Chains.EndOfChain>
    >
>;

namespace Stryke.Web.Specs.Middleware;

/// <summary>A chain whose middle step can wait: nothing that a chain promises depends on whether it does.</summary>
public sealed class AsyncChainSpec
{
    [Theory]
    [InlineData(null, "A in, B in, C in, action, C out, B out, A out")]
    [InlineData("X-Wait-In", "A in, B waits, B in, C in, action, C out, B out, A out")]
    [InlineData("X-Wait-Out", "A in, B in, C in, action, C out, B waits, B out, A out")]
    public Task A_request_goes_in_and_out_in_order(string? wait, string events) => Check(200, "ok", events, wait);

    [Theory]
    [InlineData("A", null, "A in, A out")]
    [InlineData("B", null, "A in, B in, B out, A out")]
    [InlineData("B", "X-Wait-In", "A in, B waits, B in, B out, A out")]
    [InlineData("C", "X-Wait-In", "A in, B waits, B in, C in, C out, B out, A out")]
    public Task A_step_that_answers_keeps_the_request_from_all_inside_of_it(string step, string? wait, string events) =>
        Check(200, "answered", events, wait, $"X-Answer: {step}");

    [Theory]
    [InlineData("X-Throw-In: B", null, "A in, B in, B out, A out")]
    [InlineData("X-Throw-In: B", "X-Wait-In", "A in, B waits, B in, B out, A out")]
    [InlineData("X-Throw-In: C", "X-Wait-In", "A in, B waits, B in, C in, C out, B out, A out")]
    [InlineData("X-Throw-Out: B", null, "A in, B in, C in, action, C out, B out, A out")]
    [InlineData("X-Throw-Out: B", "X-Wait-Out", "A in, B in, C in, action, C out, B waits, B out, A out")]
    [InlineData("X-Throw-Out: ABC", "X-Wait-Out", "A in, B in, C in, action, C out, B waits, B out, A out")]
    public Task A_step_that_throws_is_a_500_and_each_step_outside_still_runs_once(string fault, string? wait, string events) =>
        Check(500, null, events, wait, fault);

    [Fact]
    public void A_step_that_has_its_answer_at_once_allocates_nothing()
    {
        Visitor<AsyncChain<ReadyStep, EndOfChain>> visitor = new(Some.Services());
        byte[] message = visitor.Encode("GET", "/", "");
        for (int i = 0; i < 100; i++)
            visitor.Exchange(message);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            visitor.Exchange(message);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static async Task Check(int status, string? body, string events, string? wait, string? order = null)
    {
        // On a core, as in an app: each continuation comes back to its thread, which is also where the events are.
        await using var test = new TestSystem(cores: 1);
        var (reply, seen) = await await test.Core.Run(() => Visit(wait, order));

        Assert.Equal(status, reply.Status);
        if (body is not null)
            Assert.Equal(body, reply.Body);
        Assert.Equal(events, seen);
    }

    private static async Task<(Reply Reply, string Events)> Visit(string? wait, string? order)
    {
        Visitor<Three> visitor = new(Some.Services())
        {
            Action = static context =>
            {
                Trace.Events.Add("action");
                context.Response.Write("ok"u8);
            },
        };
        Trace.Events.Clear();
        var reply = await visitor.GetAsync("/", [.. wait is null ? [] : new[] { $"{wait}: 1" }, .. order is null ? [] : new[] { order }]);
        return (reply, string.Join(", ", Trace.Events));
    }
}
