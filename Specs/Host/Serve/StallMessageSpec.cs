using Stryke.Web.Specs.Controllers;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>Whoever blocks a core is named.</summary>
public class StallMessageSpec
{
    private const string App =
        """
            public sealed partial class Routes : RouteMap
            {
                protected override void Draw()
                {
                    Get("/reports/:id", Reports.Show);
                }
            }
            public sealed partial class ReportsController : Controller
            {
                public static readonly System.Threading.ManualResetEventSlim Seen = new();
                public Result Show(long id)
                {
                    Seen.Wait();
                    return Text("done");
                }
            }
            """ + SpecApp.PlainStack;

    [Fact]
    public async Task The_action_that_holds_a_core_is_named_while_it_does()
    {
        await using var app = SpecApp.Start(App);
        var answer = app.Get("/reports/42");

        // The first request of an app may hold a core by itself for a moment, in the run time's compiler.
        string report = await Eventually.Sees(
            () => app.Stalls.TryTake(out string? next) ? next : "nothing",
            report => report.Contains("ReportsController#Show"),
            "the action that holds the core is reported"
        );
        ((ManualResetEventSlim)app.Type("ReportsController").GetField("Seen")!.GetValue(null)!).Set();
        Assert.Equal("done", (await answer).Body);
        Assert.Matches(
            "^Core 0 has been blocked for [0-9]+\\.[0-9] s by ReportsController#Show \\(GET /reports/:id\\): its other "
                + "requests wait\\. Work that blocks belongs into Offload\\.Run\\.$",
            report
        );
    }
}
