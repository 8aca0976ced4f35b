using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

/// <summary>What a database cannot take is refused with the name of the field.</summary>
public sealed class LimitsSpec
{
    [Fact]
    public async Task A_pattern_that_is_too_long_names_its_field()
    {
        using var place = LibraryPlace.Open();
        Assert.Empty(await Author.Where(a => a.Name.Like(new string('ä', LikeCondition.MaxPatternBytes / 2))));
        var error = Assert.Throws<ArgumentException>(() =>
            Author.Where(a => a.Name.Contains(new string('x', LikeCondition.MaxPatternBytes - 1)))
        );
        Assert.StartsWith("The pattern for Author.Name is 50001 bytes long; 50000 is the most.", error.Message);
    }

    [Fact]
    public void A_pattern_with_U_0000_would_match_everything_and_is_refused()
    {
        using var place = LibraryPlace.Open();
        var error = Assert.Throws<ArgumentException>(() => Author.Where(a => a.Name.Contains("\0")));
        Assert.StartsWith("The pattern for Author.Name has U+0000 in it, which no pattern can match.", error.Message);
    }

    [Fact]
    public async Task Lists_that_are_too_long_together_name_the_field()
    {
        using var place = LibraryPlace.Open();
        long[] many = [.. Enumerable.Range(1, InList.MaxValues).Select(n => (long)n)];
        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await Review.Where(r => r.Id.In(many) || r.BookId.In(many)));
        Assert.StartsWith("The query has more values than a statement can have (32766): In(BookId) adds 16384 to 16384.", error.Message);
    }

    [Fact]
    public async Task Conditions_that_are_too_many_are_refused_before_the_stack_ends()
    {
        using var place = LibraryPlace.Open();
        Condition Any(int count, ReviewColumns r)
        {
            var any = r.BookId == 1;
            for (int i = 2; i <= count; i++)
                any |= r.BookId == i;
            return any;
        }

        Assert.Empty(await Review.Where(r => Any(Junction.MaxDepth, r)));
        var error = Assert.Throws<ArgumentException>(() => Review.Where(r => Any(100_000, r)));
        Assert.StartsWith("901 conditions are joined one to the other; 900 is the most. Use In for a list of values.", error.Message);
    }

    [Fact]
    public async Task A_number_past_the_range_of_its_property_names_its_column()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        await LibraryPlace.SavedBook(author);
        await place.Database.Execute("UPDATE authors SET born = 3000000000");
        var small = await Assert.ThrowsAsync<DatabaseException>(async () => await Author.First());
        Assert.Equal("born holds \"3000000000\", which is not a whole number of 32 bits.", small.Message);

        await place.Database.Execute("PRAGMA foreign_keys = OFF");
        await place.Database.Execute("UPDATE books SET author_id = 9223372036854775808");
        var large = await Assert.ThrowsAsync<DatabaseException>(async () => await Book.First());
        // How many digits there are is the version of SQLite's choice.
        Assert.Matches("^author_id holds \"9\\.2233720368547\\d+e\\+18\", which is not a whole number of 64 bits\\.$", large.Message);
    }

    [Fact]
    public async Task A_rule_of_the_schema_is_an_error_of_the_field()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        await place.Database.Execute(
            "DROP TABLE reviews; CREATE TABLE reviews (id INTEGER PRIMARY KEY, text TEXT CHECK (length(\"text\") <= 3), "
                + "book_id INTEGER NOT NULL)"
        );
        var book = await LibraryPlace.SavedBook(author);
        var review = new Review { Text = "Good", BookId = book.Id };
        Assert.False(await review.Save());
        Assert.Equal(["Text is too long (maximum is 3 characters)"], review.Errors.FullMessages);

        await place.Database.Execute(
            "DROP INDEX index_authors_on_email; ALTER TABLE authors DROP COLUMN email; ALTER TABLE authors ADD COLUMN "
                + "email TEXT NOT NULL DEFAULT ''"
        );
        var nobody = new Author { Name = "Bob" };
        Assert.False(await nobody.Save());
        Assert.Equal(["Email can't be blank"], nobody.Errors.FullMessages);
    }
}
