using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Specs.Library;
using Stryke.Web.Specs.Persistence.Migrations;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Errors;

/// <summary>
/// A table or column that is missing: which model needs it, where it was asked for, and which migration is to be run or
/// written.
/// </summary>
public sealed class MissingSchemaSpec
{
    [Fact]
    public async Task Where_migrations_are_pending_they_are_to_be_run()
    {
        using var place = LibraryPlace.OpenEmpty();
        place.Database.Migrations = Schema.Migrations;
        var error = await Assert.ThrowsAsync<MissingTableException>(async () => await Author.Count());
        Assert.StartsWith(
            "The database has no table authors, which Author needs: 2 migrations have not run (the first is "
                + "20260426120000_CreateLibrary): run `db migrate`.",
            error.Message
        );
        Assert.Equal(("authors", null, "Author", "SELECT COUNT(*) FROM \"authors\""), (error.Table, error.Column, error.Model, error.Sql));
    }

    [Fact]
    public async Task Where_none_is_pending_the_one_to_write_is_shown()
    {
        using var place = LibraryPlace.Open();
        place.Database.Migrations = Schema.Migrations;
        await place.Database.Execute("ALTER TABLE authors DROP COLUMN born");
        var column = await Assert.ThrowsAsync<MissingTableException>(async () => await Author.Where(a => a.Born > 1800));
        Assert.StartsWith(
            "The database has no column born in authors, which Author.Born needs, and every migration has run: write a migration with\n"
                + "AddColumn(\"authors\", t => t.Integer(\"born\", @null: true));",
            column.Message
        );

        await place.Database.Execute("DROP TABLE reviews");
        var table = await Assert.ThrowsAsync<MissingTableException>(async () => await Review.Count());
        Assert.StartsWith(
            "The database has no table reviews, which Review needs, and every migration has run: write a migration with\n"
                + "CreateTable(\"reviews\", t =>\n{\n    t.Text(\"text\", @null: false);\n    t.Integer(\"book_id\", @null: false);\n});",
            table.Message
        );
    }

    [Fact]
    public async Task The_line_of_the_app_that_asked_is_named()
    {
        using var place = LibraryPlace.OpenEmpty();
        var error = await Assert.ThrowsAsync<MissingTableException>(async () => await Author.Count());
        Assert.Matches(@"MissingSchemaSpec\.cs:\d+$", error.Caller);
        Assert.EndsWith($"\nIt was asked for at {error.Caller}.", error.Message);
    }

    [Fact]
    public async Task A_save_names_the_column_too_and_a_name_that_is_near()
    {
        using var place = LibraryPlace.Open();
        place.Database.Migrations = Schema.Migrations;
        await place.Database.Execute("ALTER TABLE authors RENAME COLUMN born TO borne");
        var error = await Assert.ThrowsAsync<MissingTableException>(() => LibraryPlace.SavedAuthor());
        Assert.Equal(("authors", "born", "Author.Born"), (error.Table, error.Column, error.Model));
        Assert.Contains("\nThe nearest name there is 'borne'.", error.Message);
    }

    [Fact]
    public async Task What_is_shown_can_be_run()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute("ALTER TABLE authors DROP COLUMN born");
        await Assert.ThrowsAsync<MissingTableException>(async () => await Author.All);
        var added = MigratorSpec.Info(20270101000000, "AddBorn", m => m.Add("authors", t => t.Integer("born", @null: true)));
        await new Migrator(place.Database, [.. Schema.Migrations, added]).Migrate();
        Assert.Empty(await Author.All);
    }

    [Fact]
    public async Task SQL_that_no_model_stands_behind_is_shown()
    {
        using var place = LibraryPlace.Open();
        place.Database.Migrations = Schema.Migrations;
        var error = await Assert.ThrowsAsync<MissingTableException>(() => place.Database.Execute("DELETE FROM nowhere"));
        Assert.Equal(
            "The database has no table nowhere, and every migration has run.\nThe statement was: DELETE FROM nowhere",
            error.Message
        );
    }
}
