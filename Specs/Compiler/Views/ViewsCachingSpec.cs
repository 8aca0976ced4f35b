using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Views;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>An edit costs what it touches: the generator runs at every key press.</summary>
public sealed class ViewsCachingSpec
{
    private static readonly string[] Steps =
    [
        TrackingNames.Settings,
        TrackingNames.Parse,
        TrackingNames.Names,
        TrackingNames.Check,
        TrackingNames.Cycles,
        TrackingNames.Missing,
        TrackingNames.Emit,
        TrackingNames.Helpers,
        TrackingNames.Models,
    ];

    [Fact]
    public void An_edit_of_Csharp_that_no_view_depends_on_leaves_every_step_as_it_was()
    {
        var app = App();
        var driver = app.Driver().RunGenerators(app.Compilation());
        app.With("app/controllers/Home.cs", "namespace Blog; class Home { void Index() { } object Show() => Views.Posts.Show(); }");
        var result = driver.RunGenerators(app.Compilation()).GetRunResult().Results.Single();
        foreach (string step in Steps)
            Assert.All(Reasons(result, step), reason => Assert.True(IsUntouched(reason), $"{step}: {reason}"));
        Assert.All(Outputs(result), reason => Assert.True(IsUntouched(reason), $"output: {reason}"));
    }

    [Fact]
    public void An_edit_of_one_view_reads_and_writes_only_that_view()
    {
        var app = App();
        var compilation = app.Compilation();
        var driver = app.Driver().RunGenerators(compilation);
        var old = app.Templates().Single(text => text.Path.EndsWith("show.html.erb", StringComparison.Ordinal));
        var edited = new TemplateText(old.Path, "<h1>edited</h1>");
        var result = driver.ReplaceAdditionalText(old, edited).RunGenerators(compilation).GetRunResult().Results.Single();
        foreach (string step in new[] { TrackingNames.Parse, TrackingNames.Check, TrackingNames.Emit })
        {
            Assert.Single(Reasons(result, step), reason => reason == IncrementalStepRunReason.Modified);
            Assert.All(
                Reasons(result, step).Where(reason => reason != IncrementalStepRunReason.Modified),
                reason => Assert.True(IsUntouched(reason), $"{step}: {reason}")
            );
        }
        Assert.All(Reasons(result, TrackingNames.Names), reason => Assert.True(IsUntouched(reason)));
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString().Contains("edited", StringComparison.Ordinal));
    }

    [Fact]
    public void A_view_that_is_added_is_the_only_one_that_is_written()
    {
        var app = App();
        var compilation = app.Compilation();
        var driver = app.Driver().RunGenerators(compilation);
        ImmutableArray<AdditionalText> added = [new TemplateText("/blog/app/views/posts/edit.html.erb", "<h1>Edit</h1>")];
        var result = driver.AddAdditionalTexts(added).RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.Single(Reasons(result, TrackingNames.Emit), reason => reason == IncrementalStepRunReason.New);
        Assert.All(
            Reasons(result, TrackingNames.Emit).Where(reason => reason != IncrementalStepRunReason.New),
            reason => Assert.True(IsUntouched(reason))
        );
    }

    private static ViewCompilation App() =>
        new ViewCompilation()
            .With("posts/index.html.erb", "<%@ int count %>\n<p><%= Shout(count) %></p><%= Views.Posts.Show() %>")
            .With("posts/show.html.erb", "<h1>a</h1>")
            .With("layouts/application.html.erb", "<%= Yield() %>")
            .With(
                "app/helpers/TextHelper.cs",
                "namespace Blog; public static class TextHelper { public static string Shout(int x) => x + \"!\"; }"
            )
            .With(
                "app/models/Post.cs",
                "namespace Stryke.Web.Persistence { public abstract class Model; } namespace Blog { public class Post : "
                    + "Stryke.Web.Persistence.Model; }"
            )
            .With("app/controllers/Home.cs", "namespace Blog; class Home { }");

    private static bool IsUntouched(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
    {
        IncrementalStepRunReason[] reasons = [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);
}
