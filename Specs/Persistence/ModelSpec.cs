using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence;

public sealed class ModelSpec
{
    [Fact]
    public async Task A_new_model_gets_an_id_and_timestamps_when_it_is_saved()
    {
        using var place = LibraryPlace.Open();
        var author = new Author { Name = "Ada", Born = 1815 };
        Assert.True(author.IsNewRecord);
        Assert.Equal(0, author.Id);

        var before = DateTime.UtcNow;
        Assert.True(await author.Save());

        Assert.False(author.IsNewRecord);
        Assert.False(author.IsChanged);
        Assert.True(author.Id > 0);
        Assert.InRange(author.CreatedAt, before, DateTime.UtcNow);
        Assert.Equal(author.CreatedAt, author.UpdatedAt);
        Assert.Equal(author.Id.ToString(), author.ToParam());
    }

    [Fact]
    public async Task What_was_saved_is_what_is_found()
    {
        using var place = LibraryPlace.Open();
        var saved = await LibraryPlace.SavedAuthor();

        var found = await Author.Get(saved.Id);

        Assert.NotSame(saved, found);
        Assert.Equal((saved.Name, saved.Email, saved.Born), (found.Name, found.Email, found.Born));
        Assert.Equal((saved.CreatedAt, saved.UpdatedAt), (found.CreatedAt, found.UpdatedAt));
        Assert.Equal(DateTimeKind.Utc, found.CreatedAt.Kind);
        Assert.False(found.IsNewRecord);
        Assert.False(found.IsChanged);
    }

    [Fact]
    public async Task Timestamps_that_the_author_sets_are_kept()
    {
        using var place = LibraryPlace.Open();
        var day = new DateTime(2020, 2, 29, 12, 0, 0, DateTimeKind.Utc);

        var author = await Author.Create(new Author { Name = "Ada", CreatedAt = day });

        Assert.Equal(day, (await Author.Get(author.Id)).CreatedAt);
        Assert.NotEqual(day, author.UpdatedAt);
    }

    [Fact]
    public async Task Only_columns_that_changed_are_updated()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        place.Watched.Forget();

        author.Name = "Ada Lovelace";
        Assert.True(author.IsChanged);
        Assert.Equal(["name"], author.Changed.Select(column => column.Name));
        Assert.True(await author.Save());

        Assert.Equal(["""UPDATE "authors" SET "name" = ?, "updated_at" = ? WHERE "id" = ?"""], place.Statements);
        Assert.Equal("Ada Lovelace", (await Author.Get(author.Id)).Name);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        var updated = author.UpdatedAt;
        place.Watched.Forget();

        author.Name = author.Name;
        Assert.True(await author.Save());

        Assert.Empty(place.Statements);
        Assert.Equal(updated, author.UpdatedAt);
    }

    [Fact]
    public async Task An_insert_gives_all_columns_and_takes_the_id_back()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor();

        Assert.Equal(
            [
                """INSERT INTO "authors" ("name", "email", "born", "created_at", "updated_at") VALUES (?, ?, ?, ?, ?)"""
                    + """ RETURNING "id" """.TrimEnd(),
            ],
            place.Statements
        );
    }

    [Fact]
    public async Task Reload_drops_changes_errors_and_loaded_associations()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        await author.Books;
        author.Name = "";
        await author.Validate();

        await author.Reload();

        Assert.Equal("Ada", author.Name);
        Assert.False(author.IsChanged);
        Assert.False(author.Errors.Any);
        Assert.False(author.Books.IsLoaded);
    }

    [Fact]
    public async Task Reload_and_update_of_a_row_that_is_gone_say_so()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();
        await Author.Destroy(author.Id);

        author.Name = "Nobody";
        var error = await Assert.ThrowsAsync<RecordNotFoundException>(author.Save);
        Assert.Equal($"There is no Author with the id {author.Id}.", error.Message);
        await Assert.ThrowsAsync<RecordNotFoundException>(author.Reload);
    }

    [Fact]
    public async Task Times_become_UTC_when_they_are_set()
    {
        using var place = LibraryPlace.Open();
        var local = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Local);
        var author = new Author { CreatedAt = local };

        Assert.Equal(local.ToUniversalTime(), author.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, author.CreatedAt.Kind);
        author.CreatedAt = new DateTime(2026, 7, 1, 12, 0, 0);
        Assert.Equal(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc), author.CreatedAt);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Create_throws_when_the_model_is_not_valid()
    {
        using var place = LibraryPlace.Open();
        var error = await Assert.ThrowsAsync<RecordInvalidException>(() => Author.Create(new Author()));
        Assert.Equal("Author was not saved: Name can't be blank.", error.Message);
        Assert.Equal(0, await Author.Count());
    }

    [Fact]
    public async Task Destroy_deletes_the_row_once()
    {
        using var place = LibraryPlace.Open();
        var author = await LibraryPlace.SavedAuthor();

        Assert.True(await author.Destroy());
        Assert.True(author.IsDestroyed);
        Assert.False(await Author.Exists(author.Id));
        Assert.False(await Author.Destroy(author.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(author.Save);
        await Assert.ThrowsAsync<InvalidOperationException>(new Author().Destroy);
    }

    [Fact]
    public async Task A_form_shows_values_as_text()
    {
        using var place = LibraryPlace.Open();
        var book = new Book
        {
            Title = "Notes",
            Lent = true,
            Pages = 7,
            Shelf = Shelf.Poetry,
            Price = 12.50m,
        };
        BookColumns columns = default;

        Assert.Equal("Notes", book.GetText(columns.Title));
        Assert.Null(book.GetText(columns.Blurb));
        Assert.Equal("1", book.GetText(columns.Lent));
        Assert.Equal("7", book.GetText(columns.Pages));
        Assert.Equal("Poetry", book.GetText(columns.Shelf));
        Assert.Equal("12.50", book.GetText(columns.Price));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Nulls_in_a_column_that_may_not_be_null_read_as_the_default()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute("ALTER TABLE authors RENAME TO old");
        await place.Database.Execute(
            "CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT, email TEXT, born INTEGER, created_at TEXT, updated_at TEXT)"
        );
        await place.Database.Execute("INSERT INTO authors (id) VALUES (1)");

        var author = await Author.Get(1);

        Assert.Equal("", author.Name);
        Assert.Null(author.Email);
        Assert.Equal(default, author.CreatedAt);
    }
}
