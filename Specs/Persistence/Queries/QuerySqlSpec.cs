using Stryke.Web.Persistence.Queries;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Queries;

/// <summary>The SQL that each call makes.</summary>
public sealed class QuerySqlSpec
{
    private const string Columns = "\"id\", \"text\", \"book_id\"";

    public static TheoryData<string, Func<ReviewQuery, ReviewQuery>> Shapes =>
        new()
        {
            { "", all => all },
            { " WHERE \"text\" = ?", all => all.Where(r => r.Text == "a") },
            { " WHERE \"text\" <> ?", all => all.Where(r => r.Text != "a") },
            { " WHERE \"text\" IS NULL", all => all.Where(r => r.Text == null) },
            { " WHERE \"text\" IS NOT NULL", all => all.Where(r => r.Text != null) },
            { " WHERE \"id\" < ?", all => all.Where(r => r.Id < 3) },
            { " WHERE \"id\" <= ?", all => all.Where(r => r.Id <= 3) },
            { " WHERE \"id\" > ?", all => all.Where(r => r.Id > 3) },
            { " WHERE \"id\" >= ?", all => all.Where(r => r.Id >= 3) },
            { " WHERE \"id\" <= ?", all => all.Where(r => !(r.Id > 3)) },
            { " WHERE (\"id\" >= ? AND \"id\" <= ?)", all => all.Where(r => r.Id.Between(1, 3)) },
            { " WHERE \"id\" IN (?, ?, ?, ?)", all => all.Where(r => r.Id.In(1, 2, 3)) },
            { " WHERE \"id\" NOT IN (?, ?)", all => all.Where(r => !r.Id.In(1, 2)) },
            { " WHERE \"id\" = ?", all => all.Where(r => r.Id.In(1)) },
            { " WHERE 1 = 0", all => all.Where(r => r.Id.In()) },
            { " WHERE \"text\" LIKE ? ESCAPE '\\'", all => all.Where(r => r.Text.Like("%a%")) },
            { " WHERE \"text\" NOT LIKE ? ESCAPE '\\'", all => all.Where(r => !r.Text.Contains("a")) },
            { " WHERE (\"text\" = ? AND \"id\" > ?)", all => all.Where(r => r.Text == "a" && r.Id > 1) },
            { " WHERE (\"text\" = ? OR \"id\" > ?)", all => all.Where(r => r.Text == "a" || r.Id > 1) },
            { " WHERE (\"text\" <> ? AND \"id\" <= ?)", all => all.Where(r => !(r.Text == "a" || r.Id > 1)) },
            { " WHERE (\"text\" = ? AND \"id\" > ?)", all => all.Where(r => r.Text == "a").Where(r => r.Id > 1) },
            { " ORDER BY \"text\"", all => all.OrderBy(r => r.Text) },
            { " ORDER BY \"text\" DESC, \"id\"", all => all.OrderByDescending(r => r.Text).OrderBy(r => r.Id) },
            { " LIMIT ?", all => all.Limit(3) },
            { " LIMIT -1 OFFSET ?", all => all.Offset(3) },
            { " WHERE \"id\" > ? ORDER BY \"id\" LIMIT ? OFFSET ?", all => all.Where(r => r.Id > 1).OrderBy(r => r.Id).Limit(2).Offset(4) },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_query_is_one_statement(string tail, Func<ReviewQuery, ReviewQuery> make)
    {
        using var place = LibraryPlace.Open();
        var query = make(Review.All);

        Assert.Equal($"SELECT {Columns} FROM \"reviews\"{tail}", query.ToSql());
        await query;
        Assert.Equal([query.ToSql()], place.Statements);
    }

    [Fact]
    public async Task A_nullable_column_that_differs_may_be_null()
    {
        using var place = LibraryPlace.Open();
        Assert.EndsWith("""WHERE ("blurb" <> ? OR "blurb" IS NULL)""", Book.Where(b => b.Blurb != "x").ToSql());
        Assert.EndsWith("""WHERE ("blurb" NOT LIKE ? ESCAPE '\' OR "blurb" IS NULL)""", Book.Where(b => !b.Blurb.Like("x")).ToSql());
        Assert.EndsWith("""WHERE ("editor_id" NOT IN (?, ?) OR "editor_id" IS NULL)""", Book.Where(b => !b.EditorId.In(1, 2)).ToSql());
        Assert.EndsWith("""WHERE ("editor_id" IN (?, ?) OR "editor_id" IS NULL)""", Book.Where(b => b.EditorId.In(1, null, 2)).ToSql());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Booleans_are_conditions_and_decimals_compare_as_numbers()
    {
        using var place = LibraryPlace.Open();
        Assert.EndsWith("""WHERE ("lent" = ? AND "lent" = ?)""", Book.Where(b => b.Lent && !b.Lent).ToSql());
        Assert.EndsWith(
            """WHERE "price" COLLATE stryke_decimal > ? ORDER BY "price" COLLATE stryke_decimal""",
            Book.Where(b => b.Price > 1m).OrderBy(b => b.Price).ToSql()
        );
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Find_first_count_any_exists_and_page()
    {
        using var place = LibraryPlace.Open();
        string select = $"SELECT {Columns} FROM \"reviews\"";

        await Review.Find(1);
        await Review.First();
        await Review.Where(r => r.Text == "a").First();
        await Review.All.OrderByDescending(r => r.Id).First();
        await Review.Count();
        await Review.Any();
        await Review.Exists(1);
        await Review.All.Limit(5).Count();
        await Review.Page(2, per: 10);
        await Review.Where(r => r.Id > 1).DeleteAll();

        Assert.Equal(
            [
                select + " WHERE \"id\" = ?",
                select + " ORDER BY \"id\" LIMIT ?",
                select + " WHERE \"text\" = ? ORDER BY \"id\" LIMIT ?",
                select + " ORDER BY \"id\" DESC LIMIT ?",
                "SELECT COUNT(*) FROM \"reviews\"",
                "SELECT COUNT(*) FROM (SELECT 1 FROM \"reviews\" LIMIT ?)",
                "SELECT COUNT(*) FROM (SELECT 1 FROM \"reviews\" WHERE \"id\" = ? LIMIT ?)",
                "SELECT COUNT(*) FROM (SELECT 1 FROM \"reviews\" LIMIT ?)",
                "SELECT COUNT(*) FROM \"reviews\"",
                select + " ORDER BY \"id\" LIMIT ? OFFSET ?",
                "DELETE FROM \"reviews\" WHERE \"id\" > ?",
            ],
            place.Statements
        );
    }

    [Fact]
    public async Task Values_never_stand_in_the_statement()
    {
        using var place = LibraryPlace.Open();
        const string Evil = "'; DROP TABLE authors; --";
        await LibraryPlace.SavedAuthor(Evil);

        var found = Assert.Single(await Author.Where(a => a.Name == Evil || a.Name.Contains(Evil)));

        Assert.Equal(Evil, found.Name);
        Assert.All(place.Statements, sql => Assert.DoesNotContain("DROP", sql));
    }

    [Fact]
    public async Task Queries_of_one_shape_share_one_statement()
    {
        using var place = LibraryPlace.Open();
        int before = place.Database.Statements.Count;

        for (int i = 0; i < 50; i++)
            await Review.Where(r => r.Id == i && r.Text != $"{i}").Limit(i);
        for (int i = 3; i <= 4; i++)
            await Review.Where(r => r.Id.In(Enumerable.Range(0, i).Select(n => (long)n)));

        Assert.Equal(before + 2, place.Database.Statements.Count);
    }

    [Fact]
    public async Task A_column_of_another_table_is_refused()
    {
        using var place = LibraryPlace.Open();
        var error = Assert.Throws<ArgumentException>(() => Review.Where(_ => default(BookColumns).Pages > 1).ToSql());
        Assert.Equal("Pages is a column of books, and this is a query on reviews.", error.Message);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Lists_that_no_statement_can_hold_are_refused()
    {
        using var place = LibraryPlace.Open();
        await Review.Where(r => r.Id.In(Enumerable.Range(0, InList.MaxValues).Select(n => (long)n)));
        Assert.Throws<ArgumentException>(() => Review.Where(r => r.Id.In(Enumerable.Range(0, InList.MaxValues + 1).Select(n => (long)n))));
    }
}
