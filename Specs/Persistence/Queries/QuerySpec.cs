using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

public sealed class QuerySpec
{
    [Fact]
    public async Task A_query_is_a_value_that_nothing_changes()
    {
        using var place = LibraryPlace.Open();
        var all = Book.All;
        string before = all.ToSql();

        _ = all.Available.Thick.Longest.Limit(1).Offset(2).With(b => b.Author);

        Assert.Equal(before, all.ToSql());
    }

    [Fact]
    public async Task Scopes_are_members_of_the_query_and_chain()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        foreach (int pages in new[] { 100, 600, 900, 700 })
            await LibraryPlace.SavedBook(author, $"Book {pages}", pages);
        var lent = (await Book.Where(b => b.Pages == 900).First())!;
        lent.Lent = true;
        await lent.Save();

        Assert.Equal([700, 600], (await Book.All.Available.Thick.Longest).Select(book => book.Pages));
        Assert.Equal([700], (await Book.All.Available.Thick.Longest.Limit(1)).Select(book => book.Pages));
    }

    [Fact]
    public async Task Find_gives_null_and_get_throws_when_there_is_no_row()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();

        Assert.Equal(author.Id, (await Author.Find(author.Id))!.Id);
        Assert.Null(await Author.Find(author.Id + 1));
        Assert.Null(await Author.All.Reachable.Find(author.Id));
        var error = await Assert.ThrowsAsync<RecordNotFoundException>(async () => await Author.Get(99));
        Assert.Equal(("Author", 99), (error.Model, error.Id));
    }

    [Fact]
    public async Task First_count_any_and_exists()
    {
        using var place = LibraryPlace.Open();
        Assert.Null(await Author.First());
        Assert.False(await Author.Any());
        var one = await LibraryPlace.SavedAuthor("Ada");
        await LibraryPlace.SavedAuthor("Bob");

        Assert.Equal("Ada", (await Author.First())!.Name);
        Assert.Equal("Bob", (await Author.All.First(a => a.Name > "Ada"))!.Name);
        Assert.Equal(2, await Author.Count());
        Assert.Equal(1, await Author.All.Limit(1).Count());
        Assert.Equal(1, await Author.All.Offset(1).Count());
        Assert.True(await Author.Any());
        Assert.True(await Author.All.Any(a => a.Name == "Bob"));
        Assert.False(await Author.All.Any(a => a.Name == "Eve"));
        Assert.True(await Author.Exists(one.Id));
        Assert.False(await Author.Exists(99));
    }

    [Fact]
    public async Task Pages_know_where_they_are()
    {
        using var place = LibraryPlace.Open();
        for (int i = 1; i <= 7; i++)
            await LibraryPlace.SavedAuthor($"A{i}");

        var last = await Author.All.OrderBy(a => a.Name).Page(3, per: 3);

        Assert.Equal(["A7"], last.Select(author => author.Name));
        Assert.Equal((3, 3, 7L, 3, 1), (last.Number, last.Per, last.Total, last.PageCount, last.Count));
        Assert.True(last.HasPrevious);
        Assert.False(last.HasNext);
        var first = await Author.Page(-5, per: 3);
        Assert.Equal((1, false, true), (first.Number, first.HasPrevious, first.HasNext));
        Assert.Empty(await Author.Page(9, per: 3));
        Assert.Equal(1, (await Review.Page(1)).PageCount);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Author.Page(1, per: 0));
    }

    [Fact]
    public async Task DeleteAll_deletes_what_the_query_finds()
    {
        using var place = LibraryPlace.Open();
        for (int i = 1; i <= 5; i++)
            await LibraryPlace.SavedAuthor($"A{i}");

        Assert.Equal(2, await Author.All.OrderByDescending(a => a.Name).Limit(2).DeleteAll());
        Assert.Equal(["A1", "A2", "A3"], (await Author.All.OrderBy(a => a.Name)).Select(author => author.Name));
        Assert.Equal(1, await Author.Where(a => a.Name == "A2").DeleteAll());
        Assert.Equal(2, await Author.All.DeleteAll());
    }

    [Fact]
    public async Task Patterns_match_literally_what_was_escaped()
    {
        using var place = LibraryPlace.Open();
        foreach (string name in new[] { "100% wool", "100 sheep", @"a\b", "a_b", "axb" })
            await LibraryPlace.SavedAuthor(name);

        Assert.Equal(["100% wool"], await Names(a => a.Name.Contains("0%")));
        Assert.Equal(["a_b"], await Names(a => a.Name.StartsWith("a_")));
        Assert.Equal([@"a\b"], await Names(a => a.Name.EndsWith(@"\b")));
        Assert.Equal([@"a\b", "a_b", "axb"], await Names(a => a.Name.Like("a_b")));
        Assert.Equal(["100% wool"], await Names(a => a.Name.Like("%WOOL")));

        static async Task<string[]> Names(Func<AuthorColumns, Stryke.Web.Persistence.Queries.Condition> condition) =>
            [.. (await Author.Where(condition).OrderBy(a => a.Name)).Select(author => author.Name)];
    }

    [Fact]
    public async Task Decimals_are_ordered_as_numbers()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        decimal[] prices = [10m, 9.5m, -2m, 0.10m, 79228162514264337593543950335m];
        foreach (decimal price in prices)
        {
            await Book.Create(
                new Book
                {
                    Title = $"{price}",
                    Pages = 1,
                    Price = price,
                    AuthorId = author.Id,
                }
            );
        }

        Assert.Equal(prices.Order(), (await Book.All.OrderBy(b => b.Price)).Select(book => book.Price));
        Assert.Equal(2, await Book.Where(b => b.Price >= 10m).Count());
        Assert.Equal(1, await Book.Where(b => b.Price == 0.1m).Count());
    }
}
