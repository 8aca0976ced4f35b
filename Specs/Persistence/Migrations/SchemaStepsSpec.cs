using Stryke.Web.Persistence.Migrations;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>Steps look at the schema that they find: at its indices, and at whether what they name is there.</summary>
public sealed class SchemaStepsSpec
{
    [Fact]
    public async Task A_column_that_is_removed_takes_its_indices_along_and_brings_them_back()
    {
        using var place = await SchemaScene.Posts(
            "CREATE INDEX lower_slug ON posts (lower(slug)); CREATE INDEX drafts ON posts (title) WHERE slug IS NULL; "
                + "CREATE INDEX apart ON posts (title)"
        );
        var migrator = SchemaScene.With(place, m => m.Remove("posts", t => t.String("slug", limit: 80)));
        string before = await SchemaScene.Indices(place);
        Assert.Equal("apart drafts index_posts_on_slug index_posts_on_slug_and_title lower_slug", before);
        await migrator.Migrate();
        Assert.Equal("apart", await SchemaScene.Indices(place));
        await migrator.Rollback();
        Assert.Equal(before, await SchemaScene.Indices(place));
        await migrator.Migrate();
        Assert.Equal("apart", await SchemaScene.Indices(place));
    }

    [Fact]
    public async Task So_does_one_without_its_definition_and_a_table()
    {
        using var place = await SchemaScene.Posts();
        await SchemaScene.With(place, m => m.Remove("posts", "slug")).Migrate();
        Assert.Equal("", await SchemaScene.Indices(place));

        using var other = await SchemaScene.Posts();
        var migrator = SchemaScene.With(
            other,
            m =>
                m.Drop(
                    "posts",
                    t =>
                    {
                        t.Text("title");
                        t.String("slug", limit: 80);
                    }
                )
        );
        await migrator.Migrate();
        await migrator.Rollback();
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title", await SchemaScene.Indices(other));
    }

    [Fact]
    public async Task A_column_that_is_renamed_renames_the_indices_that_are_called_after_it()
    {
        using var place = await SchemaScene.Posts("CREATE INDEX slug_first ON posts (slug DESC)");
        var migrator = SchemaScene.With(
            place,
            m =>
            {
                m.Rename("posts", "slug", "path");
                m.DropIndex("posts", ["path"]);
            }
        );
        await migrator.Migrate();
        Assert.Equal("index_posts_on_path_and_title slug_first", await SchemaScene.Indices(place));
        await migrator.Rollback();
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title slug_first", await SchemaScene.Indices(place));
    }

    [Fact]
    public async Task An_index_is_removed_by_its_columns_whatever_it_is_called()
    {
        using var place = await SchemaScene.Posts("DROP INDEX index_posts_on_slug; CREATE INDEX other ON posts (slug)");
        await SchemaScene.With(place, m => m.DropIndex("posts", ["slug"])).Migrate();
        Assert.Equal("index_posts_on_slug_and_title", await SchemaScene.Indices(place));
    }

    [Theory]
    [InlineData("add", "AddColumn(\"post\"): there is no table post: did you mean 'posts'?")]
    [InlineData("again", "AddColumn(\"posts\"): the table posts has a column slug already")]
    [InlineData("remove", "RemoveColumn(\"posts\", \"slog\"): the table posts has no column slog: did you mean 'slug'?")]
    [InlineData("define", "RemoveColumn(\"posts\"): the table posts has no column body: there are: id, title, slug.")]
    [InlineData("rename", "RenameColumn(\"posts\", \"slog\", \"path\"): the table posts has no column slog: did you mean 'slug'?")]
    [InlineData("rename-to", "RenameColumn(\"posts\", \"slug\", \"title\"): the table posts has a column title already")]
    [InlineData("index", "AddIndex(\"posts\", [\"slog\"]): the table posts has no column slog: did you mean 'slug'?")]
    [InlineData("index-again", "AddIndex(\"posts\", [\"slug\"]): there is an index index_posts_on_slug already")]
    [InlineData(
        "no-index",
        "RemoveIndex(\"posts\", [\"title\"]): the table posts has no index index_posts_on_title; "
            + "there are: index_posts_on_slug (slug), index_posts_on_slug_and_title (slug, title)"
    )]
    [InlineData("drop", "DropTable(\"comments\"): there is no table comments: there are: posts.")]
    [InlineData("create", "CreateTable(\"posts\"): there is a table posts already")]
    [InlineData("refer", "comments.pot_id refers to the table pots, which does not exist: did you mean 'posts'? Say which by to:")]
    [InlineData("refer-column", "comments.post_slug refers to posts.slog, which does not exist")]
    public async Task What_is_not_there_is_refused_when_the_migration_runs(string mistake, string message)
    {
        using var place = await SchemaScene.Posts();
        var error = await Assert.ThrowsAsync<MigrationException>(SchemaScene.With(place, m => Make(m, mistake)).Migrate);
        Assert.Equal("2 Change failed and was rolled back whole: " + message, error.Message);
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title", await SchemaScene.Indices(place));
    }

    private static void Make(Written m, string mistake)
    {
        switch (mistake)
        {
            case "add":
                m.Add("post", t => t.Text("body"));
                break;
            case "again":
                m.Add("posts", t => t.Text("slug"));
                break;
            case "remove":
                m.Remove("posts", "slog");
                break;
            case "define":
                m.Remove("posts", t => t.Text("body"));
                break;
            case "rename":
                m.Rename("posts", "slog", "path");
                break;
            case "rename-to":
                m.Rename("posts", "slug", "title");
                break;
            case "index":
                m.Index("posts", ["slog"]);
                break;
            case "index-again":
                m.Index("posts", ["slug"]);
                break;
            case "no-index":
                m.DropIndex("posts", ["title"]);
                break;
            case "drop":
                m.Drop("comments");
                break;
            case "create":
                m.Create("posts");
                break;
            case "refer":
                m.Create("comments", t => t.References("pot"));
                break;
            default:
                m.Run("CREATE TABLE comments (post_slug TEXT REFERENCES posts (slog))");
                break;
        }
    }
}
