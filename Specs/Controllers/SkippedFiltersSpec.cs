using Stryke.Web.Specs.Compiler.Routes;
using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary><c>[SkipBefore]</c>: on a class, on an action, of private and protected filters of a base.</summary>
public sealed class SkippedFiltersSpec(SkippedFiltersSpec.Running running) : IClassFixture<SkippedFiltersSpec.Running>
{
    private const string Bases = """
        public abstract partial class ApplicationController : Controller
        {
            [Before] protected Result? RequireLogin() => Text("login", 401);
            [Before] private void Trace() => Response.AddHeader("X-Trace", "1");
            [Before] private async Task<Result?> Late() { await Task.Yield(); return Params.Has("late") ? Text("late", 403) : null; }
        }
        """;

    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/open", Open.Index);
                    Get("/one", One.Index);
                    Get("/one/shut", One.Shut);
                    Get("/but", But.Index);
                    Get("/but/shut", But.Shut);
                    Get("/action", Action.Index);
                    Get("/action/shut", Action.Shut);
                    Get("/below", Below.Index);
                }
            }
            [SkipBefore(nameof(RequireLogin))]
            public partial class OpenController : ApplicationController { public virtual Result Index() => Text("open"); }
            [SkipBefore(nameof(RequireLogin), Only = [nameof(Index)]), SkipBefore("Trace", Only = ["Index"]), SkipBefore("Late")]
            public sealed partial class OneController : ApplicationController { public Result Index() => Text("one");
                public Result Shut() => Text("shut"); }
            [SkipBefore(nameof(RequireLogin), Except = [nameof(Shut)])]
            public sealed partial class ButController : ApplicationController { public Result Index() => Text("but");
                public Result Shut() => Text("shut"); }
            public sealed partial class ActionController : ApplicationController {
                [SkipBefore(nameof(RequireLogin))] public Result Index() => Text("action"); public Result Shut() => Text("shut"); }
            public sealed partial class BelowController : OpenController { public override Result Index() => Text("below"); }
            """
        + "\n"
        + Bases
        + SpecApp.PlainStack;

    [Theory]
    [InlineData("/open", 200, "open", true)]
    [InlineData("/open?late", 403, "late", true)]
    [InlineData("/one", 200, "one", false)]
    [InlineData("/one?late", 200, "one", false)]
    [InlineData("/one/shut", 401, "login", false)]
    [InlineData("/but", 200, "but", true)]
    [InlineData("/but/shut", 401, "login", false)]
    [InlineData("/action", 200, "action", true)]
    [InlineData("/action/shut", 401, "login", false)]
    [InlineData("/below", 200, "below", true)]
    public async Task A_filter_of_a_base_is_left_out_where_it_says_so(string path, int status, string body, bool isTraced)
    {
        using var response = await running.App.Client.GetAsync(path);
        Assert.Equal(
            (status, body, isTraced),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Contains("X-Trace"))
        );
    }

    [Theory]
    [InlineData(
        "[SkipBefore(\"RequireLogn\")]",
        "1:2 SkipBefore(\"RequireLogn\")",
        "HomeController has no filter RequireLogn that runs before its actions: did you mean 'RequireLogin'?"
    )]
    [InlineData(
        "[SkipBefore(\"Index\")]",
        "1:2 SkipBefore(\"Index\")",
        "HomeController has no filter Index that runs before its actions: there are: RequireLogin, Trace, Late"
    )]
    public void STRYKE213_a_filter_that_does_not_exist(string attribute, string place, string message)
    {
        var app = Home(attribute);
        Assert.Equal(place, app.Only("STRYKE213"));
        Assert.Equal(message, app.Message("STRYKE213"));
    }

    [Fact]
    public void STRYKE203_an_action_that_does_not_exist() =>
        Assert.Equal("1:45 \"Shwo\"", Home("[SkipBefore(nameof(RequireLogin), Except = [\"Shwo\"])]").Only("STRYKE203"));

    private static AppCompilation Home(string attribute) =>
        AppCompilation.Of(
            $"{attribute} public sealed partial class HomeController : ApplicationController {{ public Result Index() => Head(200); }}",
            Bases
        );

    public sealed class Running : IAsyncDisposable
    {
        internal SpecApp App { get; } = SpecApp.Start(SkippedFiltersSpec.App);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
