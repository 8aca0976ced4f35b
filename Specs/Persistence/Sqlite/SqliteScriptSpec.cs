using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

/// <summary>Texts of several statements: all of it runs, or it is an error that says where.</summary>
public sealed class SqliteScriptSpec
{
    [Theory]
    [InlineData("CREATE TABLE a (x)", "a")]
    [InlineData("CREATE TABLE a (x);", "a")]
    [InlineData("CREATE TABLE a (x); -- and that is all", "a")]
    [InlineData("CREATE TABLE a (x) -- and that is all", "a")]
    [InlineData("-- first\nCREATE TABLE a (x) /* ; */ ; /* then */ ;; CREATE TABLE b (x);\n\n", "a b")]
    [InlineData("\uFEFFCREATE TABLE a (x); \uFEFF CREATE TABLE b (x)", "a b")]
    [InlineData("CREATE TABLE a (id INTEGER PRIMARY KEY, begin TEXT); CREATE TABLE b (id INTEGER PRIMARY KEY, trigger_name TEXT);", "a b")]
    [InlineData("CREATE TABLE a ([x;y], `z;`, \"q\"\";\"); CREATE TABLE b (x DEFAULT ';--', y DEFAULT '/*')", "a b")]
    [InlineData(
        "CREATE TABLE a (x); CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; DELETE "
            + "FROM a; END; CREATE TABLE b (x)",
        "a b"
    )]
    [InlineData("CREATE TABLE ä€𝄞 (x); CREATE TABLE b (x DEFAULT '€;'); CREATE TABLE c (x)", "b c ä€𝄞")]
    public async Task All_of_it_runs(string script, string tables)
    {
        using var place = LibraryPlace.OpenEmpty();
        await place.Database.Execute(script);
        Assert.Equal(tables, await Tables(place));
    }

    [Theory]
    [InlineData("CREATE TABLE a (x); CREATE TABL b (x)", "Statement 2 (line 1): ")]
    [InlineData("CREATE TABLE a (x);\n\n-- next\n  DROP TABLE nowhere;", "Statement 2 (line 4): ")]
    [InlineData(
        "CREATE TABLE a (x); SELECT 'never closed; SELECT 2",
        "Statement 2 (line 1): unrecognized token: \"'never closed; SELECT 2\""
    )]
    [InlineData(
        "CREATE TABLE a (x); /* never closed; CREATE TABLE b (x)",
        "The comment that begins in line 1 has no end: close it with */."
    )]
    [InlineData(
        "CREATE TABLE a (x\n/* never closed ); CREATE TABLE b (x)",
        "The comment that begins in line 2 has no end: close it with */."
    )]
    [InlineData("CREATE TABLE a (x);\0 CREATE TABLE b (x)", "Statement 1 (line 1): SQL cannot hold U+0000: ")]
    [InlineData("DROP TABLE IF EXISTS a b", "near \"b\": syntax error")]
    [InlineData("CREATE TABLE a (x);\u00A0", "Statement 2 (line 1): ")]
    [InlineData("CREATE TABLE a (x); COMMIT; CREATE TABLE b (x)", "Statement 2 (line 1): COMMIT cannot stand in SQL that is executed")]
    [InlineData("BEGIN; CREATE TABLE a (x)", "Statement 1 (line 1): BEGIN cannot stand in SQL that is executed")]
    [InlineData("BEGIN", "BEGIN cannot stand in SQL that is executed")]
    [InlineData("SAVEPOINT a", "SAVEPOINT cannot stand in SQL that is executed")]
    [InlineData("CREATE TABLE a (x); ROLLBACK TRANSACTION", "Statement 2 (line 1): ROLLBACK cannot stand in SQL that is executed")]
    [InlineData("CREATE TABLE a (x); PRAGMA foreign_keys = OFF", "Statement 2 (line 1): PRAGMA foreign_keys does nothing in a transaction")]
    [InlineData(
        "CREATE TABLE a (x); PRAGMA main.foreign_keys(0)",
        "Statement 2 (line 1): PRAGMA foreign_keys does nothing in a transaction"
    )]
    [InlineData("CREATE TABLE a (x); VACUUM", "Statement 2 (line 1): cannot VACUUM from within a transaction")]
    [InlineData("", "There is no statement to run: the text is empty.")]
    [InlineData(" ; -- nothing\n /* at all */ ;", "There is no statement to run: the text is empty.")]
    public async Task Or_none_of_it_and_the_error_says_where(string script, string message)
    {
        using var place = LibraryPlace.OpenEmpty();
        var error = await Assert.ThrowsAnyAsync<DatabaseException>(() => place.Database.Execute(script));
        Assert.StartsWith(message, error.Message);
        Assert.Equal("", await Tables(place));
        await place.Database.Execute("CREATE TABLE after (x)");
        Assert.Equal("after", await Tables(place));
    }

    [Fact]
    public async Task Values_are_for_one_statement()
    {
        using var place = LibraryPlace.Open();
        Assert.Equal(
            1,
            await place.Database.Execute("INSERT INTO authors (name, created_at, updated_at) VALUES (?, '', ''); -- one", DbValue.Of("Ada"))
        );
        var error = await Assert.ThrowsAsync<DatabaseException>(() =>
            place.Database.Execute("UPDATE authors SET name = ?; SELECT 1", DbValue.Of("Bob"))
        );
        Assert.Equal(
            "Statement 1 (line 1): Values are for one statement, and this is the first of several: run them one by one.",
            error.Message
        );
        Assert.Equal("Ada", (await Author.First())!.Name);
    }

    [Fact]
    public async Task Rows_are_counted_over_all_statements_and_only_where_rows_change()
    {
        using var place = LibraryPlace.Open();
        for (int i = 0; i < 3; i++)
            await LibraryPlace.SavedAuthor($"A{i}");
        Assert.Equal(4, await place.Database.Execute("UPDATE authors SET born = 1800; DELETE FROM authors WHERE name = 'A0'"));
        Assert.Equal(0, await place.Database.Execute("CREATE TABLE a (x)"));
        Assert.Equal(0, await place.Database.Execute("SELECT 1"));
    }

    [Fact]
    public async Task In_a_transaction_a_script_counts_with_it()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Transaction(async () =>
        {
            await place.Database.Execute("CREATE TABLE a (x); CREATE TABLE b (x)");
            await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("END"));
            throw new Rollback();
        });
        Assert.DoesNotContain("a b", await Tables(place));
    }

    [Fact]
    public async Task A_transaction_that_SQLite_has_rolled_back_takes_no_more()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute("CREATE UNIQUE INDEX one ON authors (name)");
        await Assert.ThrowsAsync<DatabaseException>(() =>
            place.Database.Transaction(async () =>
            {
                await LibraryPlace.SavedAuthor("Ada");
                await Assert.ThrowsAsync<ConstraintException>(() =>
                    place.Database.Execute("INSERT OR ROLLBACK INTO authors (name, created_at, updated_at) VALUES ('Ada', '', '')")
                );
                await LibraryPlace.SavedAuthor("Bob");
            })
        );
        Assert.Equal(0, await Author.Count());
    }

    [Fact]
    public async Task A_query_is_one_statement_and_more_is_an_error()
    {
        using var place = LibraryPlace.Open();
        var one = new RowsCommand("SELECT 'a' -- and no more;\n;");
        await place.Database.Connection.Reader.Run(one);
        Assert.Equal(["a"], one.Rows);
        var error = await Assert.ThrowsAsync<DatabaseException>(async () =>
            await place.Database.Connection.Reader.Run(new RowsCommand("SELECT 1; SELECT 2"))
        );
        Assert.Equal("One statement runs here, and behind it stands more: SELECT 2", error.Message);
    }

    private static async Task<string> Tables(LibraryPlace place)
    {
        var command = new RowsCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
        await place.Database.Connection.Reader.Run(command);
        return string.Join(" ", command.Rows);
    }
}
