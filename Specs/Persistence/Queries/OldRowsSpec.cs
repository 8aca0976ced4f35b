using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

/// <summary>
/// A row from before a migration holds NULL where the model's property cannot be null. Reading, comparing, ordering and
/// saving take it for the default of the type, all of them.
/// </summary>
public sealed class OldRowsSpec
{
    private static readonly DateTime First = new(0, DateTimeKind.Utc);

    public static TheoryData<string, Func<SpecimenColumns, Condition>, Func<Specimen, bool>> Conditions =>
        new()
        {
            { "bool", s => s.Bool, r => r.Bool },
            { "!bool", s => !s.Bool, r => !r.Bool },
            { "bool == false", s => s.Bool == false, r => !r.Bool },
            { "bool != true", s => s.Bool != true, r => !r.Bool },
            { "int == 0", s => s.Int == 0, r => r.Int == 0 },
            { "int == 3", s => s.Int == 3, r => r.Int == 3 },
            { "int != 0", s => s.Int != 0, r => r.Int != 0 },
            { "int != 3", s => s.Int != 3, r => r.Int != 3 },
            { "int < 1", s => s.Int < 1, r => r.Int < 1 },
            { "int <= 0", s => s.Int <= 0, r => r.Int <= 0 },
            { "int > -1", s => s.Int > -1, r => r.Int > -1 },
            { "int >= 3", s => s.Int >= 3, r => r.Int >= 3 },
            { "!(int > 2)", s => !(s.Int > 2), r => !(r.Int > 2) },
            { "int between", s => s.Int.Between(-1, 1), r => r.Int is >= -1 and <= 1 },
            { "!(int between)", s => !s.Int.Between(-1, 1), r => r.Int is not (>= -1 and <= 1) },
            { "int in 0, 5", s => s.Int.In(0, 5), r => r.Int is 0 or 5 },
            { "int in 3, 5", s => s.Int.In(3, 5), r => r.Int is 3 or 5 },
            { "!(int in 0, 5)", s => !s.Int.In(0, 5), r => r.Int is not (0 or 5) },
            { "!(int in 3, 5)", s => !s.Int.In(3, 5), r => r.Int is not (3 or 5) },
            { "long == 0", s => s.Long == 0, r => r.Long == 0 },
            { "double < 0.5", s => s.Double < 0.5, r => r.Double < 0.5 },
            { "double == -0.0", s => s.Double == -0.0, r => r.Double == 0 },
            { "decimal == 0", s => s.Decimal == 0.00m, r => r.Decimal == 0 },
            { "decimal < 1", s => s.Decimal < 1m, r => r.Decimal < 1 },
            { "text == ''", s => s.Text == "", r => r.Text.Length == 0 },
            { "text != a", s => s.Text != "a", r => r.Text != "a" },
            { "text == null", s => s.Text == null, _ => false },
            { "text != null", s => s.Text != null, _ => true },
            { "text like %", s => s.Text.Like("%"), _ => true },
            { "!(text like a)", s => !s.Text.Like("a"), r => r.Text != "a" },
            { "text starts with nothing", s => s.Text.StartsWith(""), _ => true },
            { "shelf == Fiction", s => s.Shelf == Shelf.Fiction, r => r.Shelf == Shelf.Fiction },
            { "shelf != Poetry", s => s.Shelf != Shelf.Poetry, r => r.Shelf != Shelf.Poetry },
            { "time < now", s => s.Time < DateTime.UtcNow, r => r.Time < DateTime.UtcNow },
            { "time == first", s => s.Time == First, r => r.Time == First },
            { "date == first", s => s.Date == default(DateOnly), r => r.Date == default },
            { "guid == empty", s => s.Guid == Guid.Empty, r => r.Guid == Guid.Empty },
            { "bytes == none", s => s.Bytes == Array.Empty<byte>(), r => r.Bytes.Length == 0 },
        };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_condition_finds_the_rows_that_the_same_expression_finds(
        string name,
        Func<SpecimenColumns, Condition> where,
        Func<Specimen, bool> holds
    )
    {
        using var place = LibraryPlace.Open();
        await MakeOldRows(place);
        Specimen[] rows = [.. await Specimen.All.OrderBy(s => s.Id)];
        long[] expected = [.. rows.Where(holds).Select(row => row.Id)];
        Assert.True(
            expected.SequenceEqual((await Specimen.Where(where).OrderBy(s => s.Id)).Select(row => row.Id)),
            $"{name}: {Specimen.Where(where).ToSql()}"
        );
        Assert.Equal(expected.Length, await Specimen.Where(where).Count());
        Assert.Equal(expected.Length, await Specimen.Where(where).DeleteAll());
    }

    [Fact]
    public async Task Rows_are_ordered_as_they_are_read()
    {
        using var place = LibraryPlace.Open();
        await MakeOldRows(place);
        Assert.Equal([-2, 0, 3], (await Specimen.All.OrderBy(s => s.Int)).Select(row => row.Int));
        Assert.Equal([-1m, 0m, 2.5m], (await Specimen.All.OrderBy(s => s.Decimal)).Select(row => row.Decimal));
        Assert.Equal(DateTimeKind.Utc, (await Specimen.Get(2)).Time.Kind);
    }

    [Fact]
    public async Task To_set_what_is_read_is_a_change_once_and_is_saved()
    {
        using var place = LibraryPlace.Open();
        await MakeOldRows(place);
        var row = await Specimen.Get(2);
        Assert.False(row.IsChanged);
        row.Bool = false;
        row.Int = 0;
        row.Text = "";
        Assert.Equal(["Bool", "Int", "Text"], row.Changed.Select(column => column.PropertyName).Order());
        Assert.True(await row.Save());
        Assert.False(row.IsChanged);
        Assert.Equal(
            1,
            await place.Number("SELECT COUNT(*) FROM specimens WHERE id = 2 AND bool = 0 AND int = 0 AND text = '' AND long IS NULL")
        );
        row.Bool = false;
        Assert.False(row.IsChanged);
        Assert.False((await Specimen.Get(2)).IsChanged);
        var whole = await Specimen.Get(1);
        whole.Bool = whole.Bool;
        Assert.False(whole.IsChanged);
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_is_one_still()
    {
        using var place = LibraryPlace.Open();
        await MakeOldRows(place);
        var row = await Specimen.Get(2);
        row.Bool = false;
        await place.Database.Transaction(async () =>
        {
            await row.Save();
            throw new Rollback();
        });
        Assert.True(row.IsChanged);
        await row.Save();
        Assert.Equal(1, await place.Number("SELECT COUNT(*) FROM specimens WHERE id = 2 AND bool = 0"));
    }

    [Fact]
    public async Task A_column_that_cannot_be_NULL_is_compared_as_it_is()
    {
        using var place = LibraryPlace.Open();
        Assert.EndsWith("WHERE \"lent\" = ?", Book.Where(b => !b.Lent).ToSql());
        Assert.EndsWith("WHERE \"pages\" <> ? ORDER BY \"pages\"", Book.Where(b => b.Pages != 3).OrderBy(b => b.Pages).ToSql());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_value_that_is_no_default_is_found_by_an_index()
    {
        using var place = LibraryPlace.Open();
        await MakeOldRows(place);
        Assert.EndsWith("WHERE \"int\" = ?", Specimen.Where(s => s.Int == 5).ToSql());
        Assert.EndsWith("WHERE \"int\" IN (?, ?)", Specimen.Where(s => s.Int.In(5, 6)).ToSql());
        Assert.EndsWith("WHERE CAST(COALESCE(\"int\", 0) AS INTEGER) = ?", Specimen.Where(s => s.Int == 0).ToSql());
        Assert.EndsWith("WHERE \"bool\" = ?", Specimen.Where(s => s.Bool).ToSql());
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("DECIMAL(10, 2)")]
    [InlineData("TEXT")]
    [InlineData("")]
    public async Task Decimals_are_compared_whatever_type_their_column_was_given(string type)
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        await place.Database.Execute($"ALTER TABLE books DROP COLUMN price; ALTER TABLE books ADD COLUMN price {type}");
        await LibraryPlace.SavedBook(author);
        await place.Database.Execute("UPDATE books SET price = NULL");
        foreach (decimal price in new[] { 9.5m, 10m, -1m })
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

        Assert.Equal([-1m, 0m, 9.5m, 10m], (await Book.All.OrderBy(b => b.Price)).Select(book => book.Price));
        Assert.Equal([0m, 9.5m, 10m], (await Book.Where(b => b.Price > -1m).OrderBy(b => b.Price)).Select(book => book.Price));
        Assert.Equal(2, await Book.Where(b => b.Price < 9.50m).Count());
        Assert.Equal(1, await Book.Where(b => b.Price == 10.0m).Count());
        Assert.Equal(1, await Book.Where(b => b.Price == 0m).Count());
    }

    [Fact]
    public async Task A_column_that_another_program_adds_is_found_out_about_when_it_was_missed()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedBook(await LibraryPlace.SavedAuthor());
        await place.Database.Execute("ALTER TABLE books DROP COLUMN pages");
        using var other = Database.Open(place.Options);
        await Assert.ThrowsAsync<MissingTableException>(async () => await Book.All);
        await other.Execute("ALTER TABLE books ADD COLUMN pages INTEGER");
        Assert.Equal(1, await Book.Where(b => b.Pages == 0).Count());
        Assert.Equal(1, await Book.Where(b => b.Pages != 3).Count());
    }

    [Fact]
    public async Task In_the_transaction_that_makes_the_table_too()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Transaction(async () =>
        {
            await place.Database.Execute(
                "DROP TABLE reviews; CREATE TABLE reviews (id INTEGER PRIMARY KEY, text TEXT, book_id INTEGER); INSERT "
                    + "INTO reviews DEFAULT VALUES"
            );
            Assert.Equal(1, await Review.Where(r => r.Text == "" && r.BookId != 3).Count());
        });
        Assert.Equal(1, await Review.Where(r => r.Text == "" && r.BookId != 3).Count());
    }

    [Fact]
    public async Task A_new_record_has_none_of_the_rows_that_belong_to_nobody()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute(
            "DROP TABLE reviews; CREATE TABLE reviews (id INTEGER PRIMARY KEY, text TEXT, book_id INTEGER); INSERT INTO "
                + "reviews DEFAULT VALUES"
        );
        Assert.Equal(0, await new Book().Reviews.Query().Count());
    }

    /// <summary>Three rows; the second is from before all columns could not be NULL.</summary>
    private static async Task MakeOldRows(LibraryPlace place)
    {
        var columns = SpecimenTable
            .Self.Columns.Skip(1)
            .Select(column =>
                $", {column} {(column.Name is "int" or "bool" or "long" ? "INTEGER" : column.Name == "double" ? "REAL" : "TEXT")}"
            );
        await place.Database.Execute($"DROP TABLE specimens; CREATE TABLE specimens (id INTEGER PRIMARY KEY{string.Concat(columns)})");
        await new Specimen
        {
            Bool = true,
            Int = 3,
            Long = 3,
            Double = 3,
            Decimal = 2.5m,
            Text = "a",
            Shelf = Shelf.Poetry,
            Time = DateTime.UtcNow,
            Bytes = [1],
        }.Save();
        await place.Database.Execute("INSERT INTO specimens DEFAULT VALUES");
        await new Specimen
        {
            Int = -2,
            Long = -2,
            Decimal = -1m,
            Text = "b",
            Guid = Guid.NewGuid(),
            Date = new DateOnly(2026, 4, 26),
        }.Save();
    }
}
