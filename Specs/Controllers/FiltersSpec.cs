using Xunit;

namespace Stryke.Web.Specs.Controllers;

public sealed class FiltersSpec(FiltersSpec.Running running) : IClassFixture<FiltersSpec.Running>
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/open", Rooms.Open);
                    Get("/late", Rooms.Late);
                    Get("/shut/:id", Rooms.Shut);
                    Get("/shut-late", Rooms.ShutLate);
                    Get("/boom", Rooms.Boom);
                }
            }
            public abstract partial class ApplicationController : Controller
            {
                [Before] private void First() => Trace("first");
                [Before] protected virtual async Task Second() { await Task.Yield(); Trace("second"); }
                [After] private void Last() => Trace("last");
                protected void Trace(string step) =>
                    Response.SetHeader("Trace", Response.TryGetHeader("Trace"u8, out var before)
                        ? $"{System.Text.Encoding.ASCII.GetString(before)} {step}" : step);
            }
            public sealed partial class RoomsController : ApplicationController
            {
                [Before(Only = [nameof(Shut)])] private Result? Refuse() => Text("refused", 403);
                [Before(Only = [nameof(ShutLate)])] private async ValueTask<Result?> RefuseLate() {
                    await Task.Delay(1);
                    return Text("refused late", 403);
                }
                [Before(Except = [nameof(Open)])] private void Third() => Trace("third");
                [After(Only = ["Late"])] private async Task Then() { await Task.Delay(1); Trace("then"); }
                [After] private void Penultimate() => Trace("penultimate");
                protected override async Task Second() { await base.Second(); Trace("override"); }
                public Result Open() { Trace("open"); return Text("open"); }
                public async Task<Result> Late() { await Task.Delay(1); Trace("late"); return Text("late"); }
                public Result Shut(long id) { Trace("shut"); return Text("shut"); }
                public Result ShutLate() => Text("shut late");
                public Result Boom() => throw new InvalidOperationException("boom");
            }
            """ + SpecApp.PlainStack;

    [Fact]
    public async Task Filters_of_the_base_come_first_and_leave_last() =>
        Assert.Equal((200, "open", "first second override open penultimate last"), await Get("/open"));

    [Fact]
    public async Task Only_and_Except_choose_actions_and_filters_may_wait() =>
        Assert.Equal((200, "late", "first second override third late penultimate then last"), await Get("/late"));

    [Fact]
    public async Task A_filter_that_answers_takes_the_actions_place_before_its_parameters_are_bound()
    {
        Assert.Equal((403, "refused", "first second override"), await Get("/shut/not-a-number"));
        Assert.Equal((403, "refused late", "first second override"), await Get("/shut-late"));
    }

    [Fact]
    public async Task After_an_exception_no_filter_runs()
    {
        var (status, _, trace) = await Get("/boom");
        Assert.Equal(500, status);
        Assert.Equal("", trace);
    }

    private async Task<(int Status, string Body, string Trace)> Get(string path)
    {
        using var response = await running.App.Client.GetAsync(path);
        string trace = response.Headers.TryGetValues("Trace", out var values) ? string.Join(" ", values) : "";
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), trace);
    }

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(FiltersSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
