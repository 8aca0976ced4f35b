using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Validation;

public sealed class RulesSpec
{
    [Theory]
    [InlineData("", "can't be blank")]
    [InlineData("  \t", "can't be blank")]
    [InlineData("A", "is too short (minimum is 2 characters)")]
    [InlineData("🂡", "is too short (minimum is 2 characters)")]
    [InlineData("🂡🂡", null)]
    [InlineData("Ada", null)]
    public async Task Presence_and_length(string name, string? message)
    {
        using var place = LibraryPlace.Open();
        var author = new Author { Name = name };
        Assert.Equal(message is null, await author.Validate());
        Assert.Equal(message is null ? [] : [message], author.Errors.On(default(AuthorColumns).Name));
    }

    [Fact]
    public async Task The_length_that_is_allowed_is_the_length_that_the_database_takes()
    {
        using var place = LibraryPlace.Open();
        Assert.True(await new Author { Name = string.Concat(Enumerable.Repeat("🂡", 80)) }.Save());
        var author = new Author { Name = new string('x', 81) };
        Assert.False(await author.Save());
        Assert.Equal(["Name is too long (maximum is 80 characters)"], author.Errors.FullMessages);
    }

    [Theory]
    [InlineData("ada@example.com", true)]
    [InlineData("ada", false)]
    [InlineData("ada@example.com\n", false)]
    [InlineData(null, true)]
    public async Task Format(string? email, bool isValid)
    {
        using var place = LibraryPlace.Open();
        var author = new Author { Name = "Ada", Email = email };
        Assert.Equal(isValid, await author.Validate());
        if (!isValid)
            Assert.Equal(["is invalid"], author.Errors.On(nameof(Author.Email)));
    }

    [Theory]
    [InlineData(1449, "must be greater than or equal to 1450")]
    [InlineData(1450, null)]
    [InlineData(2099, null)]
    [InlineData(2100, "must be less than 2100")]
    [InlineData(null, null)]
    public async Task Numericality(int? born, string? message)
    {
        using var place = LibraryPlace.Open();
        var author = new Author { Name = "Ada", Born = born };
        await author.Validate();
        Assert.Equal(message is null ? [] : [message], author.Errors.On(nameof(Author.Born)));
    }

    [Theory]
    [InlineData("0.1", true)]
    [InlineData("0.0999999999999999999999999999", false)]
    [InlineData("99.99", true)]
    [InlineData("99.9900000000000000000000001", false)]
    [InlineData("0.10000000000000001", true)]
    public async Task Decimals_are_compared_as_decimals(string price, bool isValid)
    {
        var offer = new Offer { Price = decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(isValid, await offer.Validate());
    }

    [Fact]
    public async Task Bounds_are_the_numbers_that_were_written()
    {
        var offer = new Offer
        {
            Price = 0,
            Stock = Offer.MostStock + 1,
            Discount = 0.3m,
            Weight = 0.3,
        };
        Assert.False(await offer.Validate());
        Assert.Equal(
            [
                "Discount is not included in the list",
                "Price must be greater than or equal to 0.10",
                "Stock must be less than or equal to 9007199254740993",
                "Weight must be greater than 0.30000000000000004",
            ],
            offer.Errors.FullMessages.Order(StringComparer.Ordinal)
        );
        Assert.True(
            await new Offer
            {
                Price = 1,
                Stock = Offer.MostStock,
                Discount = 0.25m,
                Weight = 0.1 + 0.2 + 0.1,
            }.Validate()
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public async Task What_is_no_number_is_in_no_range(double weight) =>
        Assert.False(await new Offer { Price = 1, Weight = weight }.Validate());

    [Fact]
    public async Task Inclusion_reference_and_rules_of_its_own()
    {
        using var place = LibraryPlace.Open();
        var book = new Book
        {
            Title = "LOUD",
            Shelf = (Shelf)3,
            Pages = 0,
        };
        Assert.False(await book.Save());
        Assert.Equal(
            ["Author must exist", "Pages must be greater than 0", "Shelf is not included in the list", "Title is too loud"],
            book.Errors.FullMessages
        );
    }

    [Fact]
    public async Task Uniqueness_asks_the_database_only_when_it_may_have_changed()
    {
        using var place = LibraryPlace.Open();
        var ada = await Author.Create(new Author { Name = "Ada", Email = "a@x" });
        var second = new Author { Name = "Bob", Email = "a@x" };
        Assert.False(await second.Save());
        Assert.Equal(["Email has already been taken"], second.Errors.FullMessages);
        second.Email = null;
        Assert.True(await second.Save());
        place.Watched.Forget();
        ada.Name = "Ada L";
        Assert.True(await ada.Save());
        Assert.Single(place.Statements);
    }

    [Fact]
    public async Task Uniqueness_within_a_scope()
    {
        using var place = LibraryPlace.Open();
        Author ada = await LibraryPlace.SavedAuthor("Ada"),
            bob = await LibraryPlace.SavedAuthor("Bob");
        var book = await LibraryPlace.SavedBook(ada, "Notes");
        Assert.False(
            await new Book
            {
                Title = "Notes",
                Pages = 1,
                AuthorId = ada.Id,
            }.Save()
        );
        var other = await LibraryPlace.SavedBook(bob, "Notes");
        other.AuthorId = ada.Id;
        Assert.False(await other.Save());
        book.Pages = 5;
        Assert.True(await book.Save());
    }

    [Fact]
    public async Task Of_writers_at_once_the_unique_index_lets_one_through_and_the_others_get_the_error()
    {
        using var place = LibraryPlace.Open();
        Author[] authors = [.. Enumerable.Range(0, 20).Select(i => new Author { Name = $"A{i}", Email = "same@x" })];

        bool[] saved = await Task.WhenAll(authors.Select(author => Task.Run(author.Save)));

        Assert.Single(saved, ok => ok);
        Assert.All(
            authors.Where(author => author.IsNewRecord),
            author => Assert.Equal(["Email has already been taken"], author.Errors.FullMessages)
        );
    }

    [Fact]
    public async Task Errors_are_forgotten_at_the_next_check()
    {
        using var place = LibraryPlace.Open();
        var author = new Author();
        Assert.False(await author.Validate());
        Assert.True(author.Errors.Any);
        author.Name = "Ada";
        Assert.True(await author.Validate());
        Assert.Empty(author.Errors);
    }

    [Fact]
    public void Errors_speak_of_columns_properties_or_the_whole()
    {
        var author = new Author();
        author.Errors.Add("is tired");
        author.Errors.Add(nameof(Author.Name), "is odd");
        author.Errors.Add(default(AuthorColumns).Email, "bounces");
        Assert.Equal(["is tired", "Name is odd", "Email bounces"], author.Errors.FullMessages);
        Assert.Equal(3, author.Errors.Count);
        Assert.Equal(["is odd"], author.Errors.On(default(AuthorColumns).Name));
        Assert.Throws<ArgumentException>(() => author.Errors.Add("Nmae", "is odd"));
    }
}
