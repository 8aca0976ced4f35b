using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>Steps of migrations on tables with rows and foreign keys: a migration is applied whole, or not at all.</summary>
public sealed class SchemaRowsSpec
{
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
            "INSERT INTO categories DEFAULT VALUES; INSERT INTO people DEFAULT VALUES; "
                + "INSERT INTO posts (category_id, person_id) VALUES (1, 1)"
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
        using var place = await SchemaScene.Posts("CREATE TABLE old (x INTEGER REFERENCES nowhere (id))");
        await SchemaScene.With(place, m => m.Add("posts", t => t.Text("body"))).Migrate();
    }

    [Fact]
    public async Task A_column_that_is_added_to_rows_has_a_value_where_it_cannot_be_NULL()
    {
        using var place = await SchemaScene.Posts("INSERT INTO posts (title) VALUES ('old')");
        await SchemaScene
            .With(
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
            "SELECT printf('%s|%s|%s|%s|%s|%s|%s|%s|%s|%s', featured, answer IS NULL, rank, stars IS NULL, price, kind, "
                + "body, \"key\", length(bytes), created_at) FROM posts"
        );
        await place.Database.Connection.Reader.Run(row);
        Assert.Equal(["0|1|0|1|0|note||00000000-0000-0000-0000-000000000000|0|0001-01-01T00:00:00.0000000Z"], row.Rows);
        await Assert.ThrowsAsync<ConstraintException>(() => place.Database.Execute("UPDATE posts SET featured = NULL"));
    }

    [Fact]
    public async Task A_reference_cannot_be_added_to_rows_that_would_refer_to_nothing()
    {
        using var place = await SchemaScene.Posts("INSERT INTO posts (title) VALUES ('old')");
        var error = await Assert.ThrowsAsync<MigrationException>(
            SchemaScene.With(place, m => m.Add("posts", t => t.References("post"))).Migrate
        );
        Assert.Contains(
            "the table has rows, and there is no value for them: add the column with @null: true, or with a default",
            error.Message
        );
    }

    [Fact]
    public async Task A_migration_that_would_end_its_own_transaction_does_not_run_in_part()
    {
        using var place = await SchemaScene.Posts();
        var migrator = SchemaScene.With(
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
}
