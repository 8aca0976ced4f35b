using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Associations;

public sealed class AssociationSpec
{
    [Fact]
    public async Task Awaiting_a_reference_loads_it_once()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = await Book.Get((await LibraryPlace.SavedBook(author)).Id);
        place.Watched.Forget();

        Assert.False(book.Author.IsLoaded);
        Assert.Equal("Ada", (await book.Author).Name);
        Assert.Equal("Ada", (await book.Author).Name);
        Assert.Equal("Ada", book.Author.Value.Name);
        Assert.Single(place.Statements);
    }

    [Fact]
    public async Task A_reference_that_is_not_loaded_is_not_loaded_behind_your_back()
    {
        using var place = LibraryPlace.Open();
        var book = await LibraryPlace.SavedBook(await LibraryPlace.SavedAuthor());
        var error = Assert.Throws<AssociationNotLoadedException>(() => book.Author.Value);
        Assert.Equal(
            "Book.Author is not loaded: add .With(m => m.Author) to the query, or load it with await model.Author.",
            error.Message
        );
        Assert.Throws<AssociationNotLoadedException>(() => book.Reviews.Count);
        Assert.Throws<AssociationNotLoadedException>(() => book.Reviews.ToList());
    }

    [Fact]
    public async Task A_reference_follows_its_id()
    {
        using var place = LibraryPlace.Open();
        Author ada = await LibraryPlace.SavedAuthor("Ada"),
            bob = await LibraryPlace.SavedAuthor("Bob");
        var book = await LibraryPlace.SavedBook(ada);
        await book.Author;

        book.AuthorId = bob.Id;

        Assert.False(book.Author.IsLoaded);
        Assert.Equal("Bob", (await book.Author).Name);
        book.AuthorId = 99;
        await Assert.ThrowsAsync<RecordNotFoundException>(async () => await book.Author);
    }

    [Fact]
    public async Task An_optional_reference_may_be_null()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = await LibraryPlace.SavedBook(author);

        Assert.Null(await book.Editor);
        Assert.Null(book.Editor.Value);
        book.EditorId = author.Id;
        Assert.Equal("Ada", (await book.Editor)!.Name);
        book.EditorId = null;
        Assert.Null(book.Editor.Value);
    }

    [Fact]
    public async Task With_loads_references_and_lists_by_one_statement_each()
    {
        using var place = LibraryPlace.Open();
        Author ada = await LibraryPlace.SavedAuthor("Ada"),
            bob = await LibraryPlace.SavedAuthor("Bob");
        for (int i = 0; i < 10; i++)
        {
            var book = await LibraryPlace.SavedBook(i % 3 == 0 ? bob : ada, $"Book {i}");
            if (i % 2 == 0)
                continue;
            book.EditorId = bob.Id;
            await book.Save();
            for (int n = 0; n < i; n++)
                await Review.Create(new Review { Text = $"{n}", BookId = book.Id });
        }
        place.Watched.Forget();

        var books = await Book.All.With(b => b.Author).With(b => b.Editor).With(b => b.Reviews).With(b => b.Author).OrderBy(b => b.Id);

        Assert.Equal(4, place.Statements.Count);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(i % 3 == 0 ? "Bob" : "Ada", books[i].Author.Value.Name);
            Assert.Equal(i % 2 == 0 ? null : "Bob", books[i].Editor.Value?.Name);
            Assert.Equal(i % 2 == 0 ? 0 : i, books[i].Reviews.Count);
            Assert.Equal(books[i].Reviews.Select((_, n) => $"{n}"), books[i].Reviews.Select(review => review.Text));
        }
        Assert.Equal(4, place.Statements.Count);
    }

    [Fact]
    public async Task With_works_for_find_first_and_page_and_costs_nothing_when_there_are_no_rows()
    {
        using var place = LibraryPlace.Open();
        Assert.Null(await Author.All.With(a => a.Books).Find(1));
        Assert.Single(place.Statements);
        var author = await LibraryPlace.SavedAuthor();
        await LibraryPlace.SavedBook(author);

        Assert.Single((await Author.All.With(a => a.Books).Find(author.Id))!.Books);
        Assert.Single((await Author.All.With(a => a.Books).First())!.Books);
        Assert.Single((await Author.All.With(a => a.Books).Page(1))[0].Books);
    }

    [Fact]
    public async Task A_list_can_be_queried_further()
    {
        using var place = LibraryPlace.Open();
        Author ada = await LibraryPlace.SavedAuthor("Ada"),
            bob = await LibraryPlace.SavedAuthor("Bob");
        foreach (int pages in new[] { 100, 600, 700 })
            await LibraryPlace.SavedBook(ada, $"{pages} pages", pages);
        await LibraryPlace.SavedBook(bob, "Thick", 900);

        Assert.Equal([700, 600], (await ada.Books.Query().Thick.Longest).Select(book => book.Pages));
        Assert.Equal(3, (await ada.Books).Count);
        Assert.Equal("600 pages", ada.Books[1].Title);
    }

    [Fact]
    public async Task A_new_record_has_an_empty_list()
    {
        using var place = LibraryPlace.Open();
        var author = new Author();
        Assert.Empty(author.Books);
        Assert.Empty(await author.Books);
        Assert.Empty(place.Statements);
    }
}
