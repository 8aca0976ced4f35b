using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

public sealed class SqliteErrorsSpec
{
    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var error = Assert.Throws<DatabaseException>(() => Database.Open(new DatabaseOptions { Path = Path.Combine(folder, "x.sqlite3") }));
        Assert.Equal(
            $"The folder of the database, {folder}, does not exist: create it, or change the path of the database.",
            error.Message
        );
    }

    [Fact]
    public void What_is_no_database_is_not_opened()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "x.sqlite3");
            File.WriteAllText(file, string.Join("\n", Enumerable.Repeat("This is a letter, not a database.", 100)));
            var error = Assert.Throws<DatabaseException>(() => Database.Open(new DatabaseOptions { Path = file }));
            Assert.StartsWith($"The database {file} cannot be opened: The file is not a SQLite database", error.Message);
            Assert.Throws<DatabaseException>(() => Database.Open(new DatabaseOptions { Path = folder }));
            Assert.Throws<DatabaseException>(() => Database.Open(new DatabaseOptions { Path = ":memory:" }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Constraints_say_which_and_on_what()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute("CREATE UNIQUE INDEX one_name ON authors (name)");
        await LibraryPlace.SavedAuthor("Ada");

        var unique = await Assert.ThrowsAsync<ConstraintException>(() => LibraryPlace.SavedAuthor("Ada"));
        Assert.Equal(ConstraintKind.Unique, unique.Kind);
        Assert.Equal(["name"], unique.Columns);
        var foreign = await Assert.ThrowsAsync<ConstraintException>(() => Review.Create(new Review { Text = "Good", BookId = 99 }));
        Assert.Equal(ConstraintKind.ForeignKey, foreign.Kind);
        var empty = await Assert.ThrowsAsync<ConstraintException>(() => place.Database.Execute("INSERT INTO reviews (text) VALUES ('x')"));
        Assert.Equal((ConstraintKind.NotNull, "book_id"), (empty.Kind, empty.Columns.Single()));
        var check = await Assert.ThrowsAsync<ConstraintException>(() =>
            place.Database.Execute($"UPDATE authors SET name = '{new string('x', 81)}'")
        );
        Assert.Equal(ConstraintKind.Check, check.Kind);
    }

    [Fact]
    public async Task Another_process_that_holds_the_database_is_waited_for_and_then_named()
    {
        using var place = LibraryPlace.Open(path => new DatabaseOptions { Path = path, BusyTimeoutMs = 50 });
        using var other = Database.Open(new DatabaseOptions { Path = place.Path });
        var transaction = await other.Connection.Begin();

        await Assert.ThrowsAsync<DatabaseBusyException>(() => LibraryPlace.SavedAuthor());
        Assert.Equal(0, await Author.Count());
        await transaction.Rollback();
        await LibraryPlace.SavedAuthor();
    }

    [Fact]
    public async Task Readers_cannot_write()
    {
        using var place = LibraryPlace.Open();
        await Assert.ThrowsAsync<DatabaseException>(async () =>
            await place.Database.Connection.Reader.Run(new RowsCommand("DELETE FROM authors"))
        );
    }

    [Fact]
    public async Task A_statement_that_failed_does_no_harm_to_the_next()
    {
        using var place = LibraryPlace.Open();
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<ConstraintException>(() => Review.Create(new Review { Text = "Good", BookId = 99 }));
            await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("SELEKT 1"));
            await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("SELECT ?"));
            await LibraryPlace.SavedAuthor($"A{i}");
        }
        Assert.Equal(3, await Author.Count());
    }

    [Fact]
    public async Task No_database_at_all_says_what_to_do()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Author.Count());
        Assert.Equal("No database is open: open one with Database.Open and set Database.Default.", error.Message);
    }
}
