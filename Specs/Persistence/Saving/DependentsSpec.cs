using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Saving;

public sealed class DependentsSpec
{
    [Fact]
    public async Task What_depends_goes_first_and_all_of_it_together()
    {
        using var place = LibraryPlace.Open();
        Author author = await LibraryPlace.SavedAuthor(),
            other = await LibraryPlace.SavedAuthor("Bob");
        for (int i = 0; i < 3; i++)
        {
            var book = await LibraryPlace.SavedBook(author, $"Book {i}");
            await Review.Create(new Review { Text = "Good", BookId = book.Id });
        }
        await LibraryPlace.SavedBook(other);
        place.Watched.Forget();

        Assert.True(await author.Destroy());

        Assert.Equal((1, 1, 0), (await Author.Count(), await Book.Count(), await Review.Count()));
        Assert.Equal(3, place.Statements.Count(sql => sql == """DELETE FROM "reviews" WHERE "book_id" = ?"""));
        Assert.Equal(3, place.Statements.Count(sql => sql == """DELETE FROM "books" WHERE "id" = ?"""));
        Assert.Equal(1, place.Statements.Count(sql => sql == "BEGIN"));
    }

    [Fact]
    public async Task Nothing_goes_when_the_row_itself_cannot()
    {
        using var place = LibraryPlace.Open();
        Author author = await LibraryPlace.SavedAuthor(),
            other = await LibraryPlace.SavedAuthor("Bob");
        await LibraryPlace.SavedBook(author);
        var edited = await LibraryPlace.SavedBook(other);
        edited.EditorId = author.Id;
        await edited.Save();

        var error = await Assert.ThrowsAsync<ConstraintException>(author.Destroy);

        Assert.Equal(ConstraintKind.ForeignKey, error.Kind);
        Assert.Equal(2, await Book.Count());
        Assert.False(author.IsDestroyed);
    }
}
