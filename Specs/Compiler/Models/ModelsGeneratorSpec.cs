using System.Runtime.CompilerServices;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Models;

/// <summary>What is written for a model, held against files that were read by people. STRYKE_WRITE_GOLDEN=1 writes them anew.</summary>
public sealed class ModelsGeneratorSpec
{
    private const string Post = """
        namespace Blog;
        public sealed partial class Post : Model
        {
            [Presence, Length(3, 200)] public partial string Title { get; set; }
            [Format(@"\A[a-z-]+\z"), Uniqueness(Scope = nameof(AuthorId), Message = "is used")] public partial string? Slug { get; set; }
            [Numericality(AtLeast = 1, LessThan = 6.5)] public partial int? Rank { get; set; }
            public partial bool Published { get; private set; }
            public partial long AuthorId { get; set; }
            [BelongsTo] public partial Ref<User> Author { get; }
            [HasMany(Dependent = Dependent.DeleteAll)] public partial Many<Comment> Comments { get; }
            [Validate] private void NotMonday() { }
            [BeforeSave] private bool Tidy() => true;
            [AfterSave] private async Task Tell() => await Task.Yield();
        }
        """;

    private const string Others = """
        namespace Blog;
        public sealed partial class User : Model { public partial string Name { get; set; } }
        [Table("remarks", Timestamps = false)]
        public sealed partial class Comment : Model { public partial long PostId { get; set; } }
        """;

    [Theory]
    [InlineData("Blog.Post.g.cs")]
    [InlineData("Blog.PostTable.g.cs")]
    [InlineData("Blog.PostQuery.g.cs")]
    [InlineData("Blog.CommentTable.g.cs")]
    public void A_model_is_written_as_somebody_would_write_it_by_hand(string file)
    {
        var (files, diagnostics) = new ModelCompilation(("/blog/app/models/Post.cs", Post), ("/blog/app/models/Others.cs", Others)).Run();

        Assert.Empty(diagnostics);
        AssertGolden(file, files[file]);
    }

    [Fact]
    public void What_is_generated_for_an_internal_model_is_internal()
    {
        var (files, diagnostics) = new ModelCompilation(
            ("/a.cs", "namespace Blog; internal sealed partial class Tag : Model { public partial string Name { get; set; } }")
        ).Run();

        Assert.Empty(diagnostics);
        Assert.Contains("internal readonly struct TagColumns", files["Blog.TagTable.g.cs"]);
        Assert.Contains("internal sealed partial class TagQuery", files["Blog.TagQuery.g.cs"]);
    }

    [Fact]
    public void A_model_may_stand_in_no_namespace_and_have_a_constructor_of_its_own()
    {
        var (files, diagnostics) = new ModelCompilation(
            (
                "/a.cs",
                "public sealed partial class Tag : Model { public Tag() => Name = \"new\"; public partial string Name { get; set; } }"
            )
        ).Run();

        Assert.Empty(diagnostics);
        Assert.DoesNotContain("public Tag()", files["Tag.g.cs"]);
    }

    [Fact]
    public void A_member_of_the_authors_wins_over_a_convenience_of_that_name()
    {
        var (files, diagnostics) = new ModelCompilation(
            (
                "/a.cs",
                "namespace Blog; public sealed partial class Tag : Model { public partial int Count { get; set; } "
                    + "public partial bool First { get; set; } }"
            )
        ).Run();

        Assert.Empty(diagnostics);
        Assert.DoesNotContain("ValueTask<long> Count()", files["Blog.Tag.g.cs"]);
    }

    [Fact]
    public void A_model_may_be_split_over_files_and_derive_from_a_class_between()
    {
        var (files, diagnostics) = new ModelCompilation(
            (
                "/a.cs",
                "namespace Blog; public abstract class Record : Model; public sealed partial class Tag : Record { "
                    + "public partial string Name { get; set; } }"
            ),
            ("/b.cs", "namespace Blog; public partial class Tag { [Presence] public partial string Color { get; set; } }")
        ).Run();

        Assert.Empty(diagnostics);
        Assert.Contains("Color = new(2,", files["Blog.TagTable.g.cs"]);
        Assert.Equal(3, files.Count);
    }

    [Theory]
    [InlineData("CreateTable(\"tags\", t => { t.Text(\"name\"); t.Timestamps(); });", true)]
    [InlineData("CreateTable(\"tags\", t => t.Text(\"name\"));", false)]
    [InlineData("CreateTable(\"tags\", t => t.Text(\"name\")); AddColumn(\"tags\", t => t.Timestamps());", true)]
    [InlineData("CreateTable(\"others\", t => t.Text(\"name\"));", true)]
    [InlineData("CreateTable(\"others\", t => t.Timestamps()); CreateTable(\"tags\", t => { });", false)]
    public void Timestamps_are_where_the_migrations_put_them_and_else_everywhere(string change, bool has)
    {
        var (files, diagnostics) = new ModelCompilation(
            ("/a.cs", "namespace Blog; public sealed partial class Tag : Model { public partial string Name { get; set; } }"),
            ("/b.cs", $"namespace Blog; public sealed class CreateTags : Migration {{ public override void Change() {{ {change} }} }}")
        ).Run();

        Assert.Empty(diagnostics);
        Assert.Equal(has, files["Blog.TagTable.g.cs"].Contains("CreatedAt", StringComparison.Ordinal));
        Assert.Equal(has, files["Blog.Tag.g.cs"].Contains("Touch", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_know_nothing_of_request_data_where_there_are_no_controllers()
    {
        const string Tag = "namespace Blog; public sealed partial class Tag : Model { public partial string Name { get; set; } }";
        const string Controllers =
            "namespace Stryke.Web.Controllers; public sealed class Params { public Params Nested(string name) => this; } "
            + "public readonly struct Permitted<T> { public Permitted(Params fields, IReadOnlyList<string> names) { } "
            + "public bool TryGet(string name, out string value) { value = \"\"; return true; } }";
        var (without, _) = new ModelCompilation(("/a.cs", Tag)).Run();
        var (with, diagnostics) = new ModelCompilation(("/a.cs", Tag), ("/b.cs", Controllers)).Run();

        Assert.Empty(diagnostics);
        Assert.DoesNotContain("Permit", without["Blog.Tag.g.cs"]);
        AssertGolden("Blog.Tag.g.cs", with["Blog.Tag.g.cs"]);
    }

    private static void AssertGolden(string name, string written, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("STRYKE_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, written);
        }
        Assert.Equal(File.ReadAllText(path), written);
    }
}
