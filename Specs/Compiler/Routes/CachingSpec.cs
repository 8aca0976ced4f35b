using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Routes;

/// <summary>An edit runs only the steps that it concerns.</summary>
public sealed class CachingSpec
{
    private const string Map = """
        public sealed partial class Routes : RouteMap
        {
            protected override void Draw()
            {
                Root(Home.Index);
            }
        }
        """;

    private const string Controller = """
        public sealed partial class HomeController : Controller
        {
            public Result Index() => Json(new Answer(1));
        }
        public readonly record struct Answer(int Number);
        """;

    [Fact]
    public void An_edit_of_an_actions_body_leaves_every_output_alone()
    {
        var results = EditLast(Controller.Replace("Answer(1)", "Answer(2)", StringComparison.Ordinal));
        Assert.All(results, result => AllAre(result, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void Another_action_writes_its_controller_anew_and_leaves_the_trie()
    {
        var results = EditLast(
            Controller.Replace(
                "public Result Index",
                "public Result More() => Head(200);\n    public Result Index",
                StringComparison.Ordinal
            )
        );
        Assert.Contains(
            results
                .Where(r => r.TrackedSteps.ContainsKey("Dispatch"))
                .SelectMany(r => r.TrackedSteps["Dispatch"])
                .SelectMany(s => s.Outputs),
            o => o.Reason == IncrementalStepRunReason.Modified
        );
        Assert.All(
            results
                .Where(r => r.TrackedSteps.ContainsKey("Drawings"))
                .SelectMany(r => r.TrackedSteps["Drawings"])
                .SelectMany(s => s.Outputs),
            o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, o.Reason.ToString())
        );
    }

    private static void AllAre(GeneratorRunResult result, params IncrementalStepRunReason[] reasons)
    {
        foreach (var (name, steps) in result.TrackedOutputSteps)
            Assert.All(steps.SelectMany(s => s.Outputs), o => Assert.True(reasons.Contains(o.Reason), $"{name} is {o.Reason}"));
    }

    private static IReadOnlyList<GeneratorRunResult> EditLast(string edited)
    {
        var app = AppCompilation.Of(Map, Controller);
        Assert.Empty(app.Diagnostics);
        var last = app.Input.SyntaxTrees[^1];
        var changed = app.Input.ReplaceSyntaxTree(last, AppCompilation.Parse(edited, last.FilePath));
        return app.Driver.RunGenerators(changed).GetRunResult().Results;
    }
}
