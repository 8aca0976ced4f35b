using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>Steps look at the schema that they find: at its indices, and at whether what they name is there.</summary>
public sealed class SchemaStepsSpec
{
    [Fact]
    public async Task A_column_that_is_removed_takes_its_indices_along_and_brings_them_back()
    {
        using var place = await Posts(
            "CREATE INDEX lower_slug ON posts (lower(slug)); CREATE INDEX drafts ON posts (title) WHERE slug IS NULL; CREATE INDEX apart ON posts (title)"
        );
        var migrator = With(place, m => m.Remove("posts", t => t.String("slug", limit: 80)));
        string before = await Indices(place);
        Assert.Equal("apart drafts index_posts_on_slug index_posts_on_slug_and_title lower_slug", before);
        await migrator.Migrate();
        Assert.Equal("apart", await Indices(place));
        await migrator.Rollback();
        Assert.Equal(before, await Indices(place));
        await migrator.Migrate();
        Assert.Equal("apart", await Indices(place));
    }

    [Fact]
    public async Task So_does_one_without_its_definition_and_a_table()
    {
        using var place = await Posts();
        await With(place, m => m.Remove("posts", "slug")).Migrate();
        Assert.Equal("", await Indices(place));

        using var other = await Posts();
        var migrator = With(
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
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title", await Indices(other));
    }

    [Fact]
    public async Task A_column_that_is_renamed_renames_the_indices_that_are_called_after_it()
    {
        using var place = await Posts("CREATE INDEX slug_first ON posts (slug DESC)");
        var migrator = With(
            place,
            m =>
            {
                m.Rename("posts", "slug", "path");
                m.DropIndex("posts", ["path"]);
            }
        );
        await migrator.Migrate();
        Assert.Equal("index_posts_on_path_and_title slug_first", await Indices(place));
        await migrator.Rollback();
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title slug_first", await Indices(place));
    }

    [Fact]
    public async Task An_index_is_removed_by_its_columns_whatever_it_is_called()
    {
        using var place = await Posts("DROP INDEX index_posts_on_slug; CREATE INDEX other ON posts (slug)");
        await With(place, m => m.DropIndex("posts", ["slug"])).Migrate();
        Assert.Equal("index_posts_on_slug_and_title", await Indices(place));
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
        "RemoveIndex(\"posts\", [\"title\"]): the table posts has no index index_posts_on_title; there are: index_posts_on_slug (slug), index_posts_on_slug_and_title (slug, title)"
    )]
    [InlineData("drop", "DropTable(\"comments\"): there is no table comments: there are: posts.")]
    [InlineData("create", "CreateTable(\"posts\"): there is a table posts already")]
    [InlineData("refer", "comments.pot_id refers to the table pots, which does not exist: did you mean 'posts'? Say which by to:")]
    [InlineData("refer-column", "comments.post_slug refers to posts.slog, which does not exist")]
    public async Task What_is_not_there_is_refused_when_the_migration_runs(string mistake, string message)
    {
        using var place = await Posts();
        var error = await Assert.ThrowsAsync<MigrationException>(With(place, m => Make(m, mistake)).Migrate);
        Assert.Equal("2 Change failed and was rolled back whole: " + message, error.Message);
        Assert.Equal("index_posts_on_slug index_posts_on_slug_and_title", await Indices(place));
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

    [Fact]
    public async Task References_find_the_plural_of_their_name()
    {
        using var place = LibraryPlace.OpenEmpty();
        var all = MigratorSpec.Info(
            1,
            "All",
            m =>
            {
                m.Create(
                    "posts",
                    t =>
                    {
                        t.References("category");
                        t.References("person");
                        t.References("parent", to: "posts", @null: true);
                    }
                );
                m.Create("categories");
                m.Create("people");
            }
        );
        await new Migrator(place.Database, [all]).Migrate();
        await place.Database.Execute(
            "INSERT INTO categories DEFAULT VALUES; INSERT INTO people DEFAULT VALUES; INSERT INTO posts (category_id, person_id) VALUES (1, 1)"
        );
        await Assert.ThrowsAsync<ConstraintException>(() =>
            place.Database.Execute("INSERT INTO posts (category_id, person_id) VALUES (2, 1)")
        );
    }

    [Fact]
    public async Task A_table_that_others_refer_to_is_not_dropped_from_under_them()
    {
        using var place = LibraryPlace.Open();
        var drop = MigratorSpec.Info(20270101000000, "DropBooks", m => m.Drop("books"));
        var error = await Assert.ThrowsAsync<MigrationException>(new Migrator(place.Database, [.. Schema.Migrations, drop]).Migrate);
        Assert.Contains("reviews.book_id refers to the table books, which does not exist", error.Message);
        Assert.Equal(0, await Book.Count());
    }

    [Fact]
    public async Task What_was_dangling_before_does_not_stand_in_the_way()
    {
        using var place = await Posts("CREATE TABLE old (x INTEGER REFERENCES nowhere (id))");
        await With(place, m => m.Add("posts", t => t.Text("body"))).Migrate();
    }

    [Fact]
    public async Task A_column_that_is_added_to_rows_has_a_value_where_it_cannot_be_NULL()
    {
        using var place = await Posts("INSERT INTO posts (title) VALUES ('old')");
        await With(
                place,
                m =>
                    m.Add(
                        "posts",
                        t =>
                        {
                            t.Bool("featured");
                            t.Bool("answer", @null: true);
                            t.Integer("rank", @null: false);
                            t.Integer("stars");
                            t.Decimal("price", @null: false);
                            t.String("kind", limit: 9, @null: false, @default: "note");
                            t.Text("body", @null: false);
                            t.Guid("key", @null: false);
                            t.Binary("bytes", @null: false);
                            t.Timestamps();
                        }
                    )
            )
            .Migrate();
        var row = new RowsCommand(
            "SELECT printf('%s|%s|%s|%s|%s|%s|%s|%s|%s|%s', featured, answer IS NULL, rank, stars IS NULL, price, kind, body, \"key\", length(bytes), created_at) FROM posts"
        );
        await place.Database.Connection.Reader.Run(row);
        Assert.Equal(["0|1|0|1|0|note||00000000-0000-0000-0000-000000000000|0|0001-01-01T00:00:00.0000000Z"], row.Rows);
        await Assert.ThrowsAsync<ConstraintException>(() => place.Database.Execute("UPDATE posts SET featured = NULL"));
    }

    [Fact]
    public async Task A_reference_cannot_be_added_to_rows_that_would_refer_to_nothing()
    {
        using var place = await Posts("INSERT INTO posts (title) VALUES ('old')");
        var error = await Assert.ThrowsAsync<MigrationException>(With(place, m => m.Add("posts", t => t.References("post"))).Migrate);
        Assert.Contains(
            "the table has rows, and there is no value for them: add the column with @null: true, or with a default",
            error.Message
        );
    }

    [Fact]
    public async Task A_migration_that_would_end_its_own_transaction_does_not_run_in_part()
    {
        using var place = await Posts();
        var migrator = With(
            place,
            m =>
            {
                m.Create("one");
                m.Run("CREATE TABLE two (x); COMMIT; CREATE TABLE three (x)");
            }
        );
        var error = await Assert.ThrowsAsync<MigrationException>(migrator.Migrate);
        Assert.StartsWith(
            "2 Change failed and was rolled back whole: Statement 2 (line 1): COMMIT cannot stand in SQL that is executed",
            error.Message
        );
        Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('one', 'two', 'three')"));
        Assert.Single(await migrator.Pending());
    }

    [Fact]
    public async Task A_foreign_key_that_is_broken_at_the_end_names_the_migration()
    {
        using var place = LibraryPlace.Open();
        var broken = MigratorSpec.Info(
            20270101000000,
            "Broken",
            m => m.Run("PRAGMA defer_foreign_keys = ON; INSERT INTO reviews (text, book_id) VALUES ('x', 99)")
        );
        var error = await Assert.ThrowsAsync<MigrationException>(new Migrator(place.Database, [.. Schema.Migrations, broken]).Migrate);
        Assert.StartsWith("20270101000000 Broken failed and was rolled back whole: FOREIGN KEY constraint failed", error.Message);
        Assert.Equal(0, await Review.Count());
    }

    private static async Task<LibraryPlace> Posts(string? more = null)
    {
        var place = LibraryPlace.OpenEmpty();
        await new Migrator(place.Database, [First]).Migrate();
        if (more is not null)
            await place.Database.Execute(more);
        return place;
    }

    private static MigrationInfo First =>
        MigratorSpec.Info(
            1,
            "CreatePosts",
            m =>
            {
                m.Create(
                    "posts",
                    t =>
                    {
                        t.Text("title");
                        t.String("slug", limit: 80);
                    }
                );
                m.Index("posts", ["slug"], unique: true);
                m.Index("posts", ["slug", "title"]);
            }
        );

    private static Migrator With(LibraryPlace place, Action<Written> change) =>
        new(place.Database, [First, MigratorSpec.Info(2, "Change", change)]);

    private static async Task<string> Indices(LibraryPlace place)
    {
        var command = new RowsCommand("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name");
        await place.Database.Connection.Reader.Run(command);
        return string.Join(" ", command.Rows);
    }
}
