using System.Diagnostics;
using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

/// <summary>
/// A program that is killed in the middle of writing leaves a database that holds every transaction that counted, and
/// none half.
/// </summary>
public sealed class KillSpec
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task Killed_while_it_writes(int after)
    {
        using var place = LibraryPlace.Open();
        place.Database.Dispose();

        long last = await KillAfter(place.Path, after);

        using var database = Database.Open(place.Options);
        using var use = database.Use();
        long authors = await Author.Count();
        Assert.True(authors >= after, $"{authors} authors after {after} were told");
        Assert.True(await Author.Exists(last));
        Assert.Equal(authors * 3, await Book.Count());
        foreach (var author in await Author.All.With(a => a.Books))
            Assert.Equal(3, author.Books.Count);
        Assert.Equal(0, await Broken(database, "PRAGMA foreign_key_check"));
        Assert.Equal("ok", await Check(database));
        Assert.True(await new Author { Name = "Afterwards" }.Save());
    }

    /// <summary>Runs the writing program, kills it once it has told so many transactions, and gives the last that it told.</summary>
    private static async Task<long> KillAfter(string path, int count)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Library.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, path]) { RedirectStandardOutput = true })!;
        long last = 0;
        for (int i = 0; i < count; i++)
            last = long.Parse((await process.StandardOutput.ReadLineAsync())!);
        process.Kill();
        await process.WaitForExitAsync();
        return last;
    }

    private static async Task<long> Broken(Database database, string sql)
    {
        var command = new RowsCommand(sql);
        await database.Connection.Reader.Run(command);
        return command.Rows.Count;
    }

    private static async Task<string> Check(Database database)
    {
        var command = new RowsCommand("PRAGMA integrity_check");
        await database.Connection.Reader.Run(command);
        return command.Rows.Single();
    }
}
