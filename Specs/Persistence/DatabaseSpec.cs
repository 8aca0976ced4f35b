using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence;

public sealed class DatabaseSpec
{
    [Fact]
    public async Task The_current_database_is_the_one_in_use_around_the_code()
    {
        using var outer = LibraryPlace.Open();
        Assert.Same(outer.Database, Database.Current);
        using (var inner = LibraryPlace.Open())
        {
            Assert.Same(inner.Database, Database.Current);
            await Task.Run(() => Assert.Same(inner.Database, Database.Current));
        }
        Assert.Same(outer.Database, Database.Current);
    }

    [Fact]
    public async Task A_transaction_of_one_database_is_none_of_another()
    {
        using var one = LibraryPlace.Open();
        using var two = LibraryPlace.Open();
        await one.Database.Transaction(async () =>
        {
            await LibraryPlace.SavedAuthor("One");
            using (two.Database.Use())
                await LibraryPlace.SavedAuthor("Two");
            throw new Rollback();
        });
        Assert.Equal(0, await one.Number("SELECT COUNT(*) FROM authors"));
        Assert.Equal(1, await two.Number("SELECT COUNT(*) FROM authors"));
    }

    [Fact]
    public async Task Execute_binds_its_values_and_counts_rows()
    {
        using var place = LibraryPlace.Open();
        for (int i = 0; i < 3; i++)
            await LibraryPlace.SavedAuthor($"A{i}");
        const string Evil = "'; DROP TABLE authors; --";
        Assert.Equal(1, await place.Database.Execute("UPDATE authors SET email = ? WHERE name = ?", DbValue.Of(Evil), DbValue.Of("A1")));
        Assert.Equal(2, await place.Database.Execute("UPDATE authors SET born = ? WHERE name <> ?", DbValue.Of(1815), DbValue.Of("A1")));
        Assert.Equal("A1", Assert.Single(await Author.Where(a => a.Email == Evil)).Name);
    }

    [Fact]
    public async Task What_was_written_is_there_when_the_file_is_opened_again()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor("Ada");
        place.Database.Dispose();
        using var again = Database.Open(place.Options);
        using var use = again.Use();
        Assert.Equal("Ada", (await Author.First())!.Name);
    }
}
