using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Saving;

public sealed class CallbacksSpec
{
    [Fact]
    public async Task They_run_in_order()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = new Book
        {
            Title = "  Notes ",
            Pages = 1,
            AuthorId = author.Id,
        };

        await book.Save();
        Assert.Equal(["BeforeValidation", "BeforeSave", "BeforeCreate", "AfterCreate", "AfterSave"], book.Log);
        Assert.Equal("Notes", (await Book.Get(book.Id)).Title);
        book.Log.Clear();
        book.Pages = 2;
        await book.Save();
        Assert.Equal(["BeforeValidation", "BeforeSave", "BeforeUpdate", "AfterUpdate", "AfterSave"], book.Log);
        book.Log.Clear();
        await book.Destroy();
        Assert.Equal(["BeforeDestroy", "AfterDestroy"], book.Log);
    }

    [Fact]
    public async Task One_that_refuses_stops_the_save()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = new Book
        {
            Title = "Notes",
            Pages = 1,
            AuthorId = author.Id,
            RefuseSave = true,
        };

        Assert.False(await book.Save());

        Assert.True(book.IsNewRecord);
        Assert.Equal(["BeforeValidation", "BeforeSave"], book.Log);
        Assert.Equal(0, await Book.Count());
    }

    [Fact]
    public async Task One_that_throws_after_the_statement_undoes_it()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = new Book
        {
            Title = "Notes",
            Pages = 1,
            AuthorId = author.Id,
        };
        book.OnCallback = async _ =>
        {
            Assert.Equal(1, await Book.Count());
            throw new InvalidOperationException("no");
        };

        await Assert.ThrowsAsync<InvalidOperationException>(book.Save);

        Assert.True(book.IsNewRecord);
        Assert.Equal(0, await Book.Count());
        book.OnCallback = null;
        Assert.True(await book.Save());
    }

    [Fact]
    public async Task What_a_callback_writes_counts_with_the_save()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var book = new Book
        {
            Title = "Notes",
            Pages = 1,
            AuthorId = author.Id,
        };
        book.OnCallback = async _ => await Review.Create(new Review { Text = "First!", BookId = book.Id });

        await book.Save();

        Assert.Equal("First!", (await book.Reviews)[0].Text);
        Assert.Equal(["BEGIN", "COMMIT"], place.Statements.Where(sql => sql is "BEGIN" or "COMMIT"));
    }

    [Fact]
    public async Task A_model_without_callbacks_is_saved_by_one_statement()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor();
        Assert.Single(place.Statements);
    }
}
