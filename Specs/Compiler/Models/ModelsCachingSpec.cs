using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Models;

/// <summary>An edit costs what it touches: the generator runs at every key press.</summary>
public sealed class ModelsCachingSpec
{
    private static readonly ModelCompilation App = new(
        (
            "/Post.cs",
            "namespace Blog; public sealed partial class Post : Model { [Presence] public partial string Title { get; "
                + "set; } [HasMany] public partial Many<Comment> Comments { get; } }"
        ),
        (
            "/Comment.cs",
            "namespace Blog; public sealed partial class Comment : Model { public partial long PostId { get; set; } "
                + "[BelongsTo] public partial Ref<Post> Post { get; } }"
        ),
        (
            "/Create.cs",
            "namespace Blog; public sealed class Create : Migration { public override void Change() => "
                + "CreateTable(\"posts\", t => t.Timestamps()); }"
        ),
        ("/Home.cs", "namespace Blog; class Home { }")
    );

    [Fact]
    public void An_unrelated_edit_leaves_every_step_as_it_was()
    {
        var result = Edit("/Home.cs", "namespace Blog; class Home { void Index() { } }");

        foreach (string step in new[] { "Parsed", "Tables", "Models", "Names", "Uses", "Misspelt", "Written" })
            Assert.All(Reasons(result, step), reason => Assert.True(IsUntouched(reason), $"{step}: {reason}"));
        Assert.All(Outputs(result), reason => Assert.True(IsUntouched(reason), $"output: {reason}"));
    }

    [Theory]
    [InlineData(
        "/Comment.cs",
        "namespace Blog; // A line more, and a member more.\n\npublic sealed partial class Comment : Model { public "
            + "partial long PostId { get; set; } [BelongsTo] public partial Ref<Post> Post { get; } public int Twice => 2 * "
            + "2; }"
    )]
    [InlineData(
        "/Create.cs",
        "namespace Blog; public sealed class Create : Migration { public override void Change() => "
            + "CreateTable(\"posts\", t => { t.Text(\"title\"); t.Timestamps(); }); }"
    )]
    public void An_edit_that_changes_nothing_of_what_is_generated_writes_nothing_anew(string path, string text)
    {
        var result = Edit(path, text);

        Assert.All(Reasons(result, "Models"), reason => Assert.True(IsUntouched(reason), $"{reason}"));
    }

    [Fact]
    public void An_edit_of_one_model_writes_only_that_model()
    {
        var result = Edit(
            "/Post.cs",
            "namespace Blog; public sealed partial class Post : Model { [Presence] public partial string Name { get; "
                + "set; } [HasMany] public partial Many<Comment> Comments { get; } }"
        );

        Assert.Equal(1, Reasons(result, "Models").Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, Reasons(result, "Models").Count(IsUntouched));
    }

    [Fact]
    public void A_query_that_is_written_or_moved_writes_no_model_anew()
    {
        var result = Edit("/Home.cs", "namespace Blog;\n\nclass Home { object Index() => Post.Where(p => p.Title == \"a\"); }");

        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(result, "Uses"));
        Assert.All(Reasons(result, "Written"), reason => Assert.True(IsUntouched(reason), $"{reason}"));
        Assert.All(Outputs(result), reason => Assert.True(IsUntouched(reason), $"output: {reason}"));
    }

    private static GeneratorRunResult Edit(string path, string text)
    {
        var before = App.Compilation();
        return ModelCompilation
            .Driver()
            .RunGenerators(before)
            .RunGenerators(ModelCompilation.Edit(before, path, text))
            .GetRunResult()
            .Results.Single();
    }

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
