using Stryke.Web.Persistence;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Transactions;

public sealed class TransactionSpec
{
    [Fact]
    public async Task Everything_counts_or_nothing_does()
    {
        using var place = LibraryPlace.Open();
        await Author.Transaction(async () =>
        {
            await LibraryPlace.SavedAuthor("Ada");
            await LibraryPlace.SavedAuthor("Bob");
        });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Author.Transaction(async () =>
            {
                await LibraryPlace.SavedAuthor("Eve");
                throw new InvalidOperationException("no");
            })
        );

        Assert.Equal("no", error.Message);
        Assert.Equal(["Ada", "Bob"], (await Author.All.OrderBy(a => a.Name)).Select(author => author.Name));
    }

    [Fact]
    public async Task A_rollback_undoes_and_goes_on()
    {
        using var place = LibraryPlace.Open();
        string? result = await place.Database.Transaction<string>(async () =>
        {
            await LibraryPlace.SavedAuthor();
            throw new Rollback();
        });

        Assert.Null(result);
        Assert.Equal(0, await Author.Count());
        Assert.Equal(["BEGIN", "ROLLBACK"], place.Statements.Where(sql => !sql.Contains("authors")));
    }

    [Fact]
    public async Task Inside_another_a_transaction_is_a_savepoint()
    {
        using var place = LibraryPlace.Open();
        await Author.Transaction(async () =>
        {
            await LibraryPlace.SavedAuthor("Ada");
            await Author.Transaction(async () =>
            {
                await LibraryPlace.SavedAuthor("Bob");
                await Author.Transaction(async () => await LibraryPlace.SavedAuthor("Cy"));
                throw new Rollback();
            });
            await Assert.ThrowsAsync<InvalidOperationException>(() =>
                Author.Transaction(async () =>
                {
                    await LibraryPlace.SavedAuthor("Dan");
                    throw new InvalidOperationException();
                })
            );
            await Author.Transaction(async () => await LibraryPlace.SavedAuthor("Eve"));
        });

        Assert.Equal(["Ada", "Eve"], (await Author.All.OrderBy(a => a.Name)).Select(author => author.Name));
    }

    [Fact]
    public async Task The_outer_one_undoes_what_the_inner_ones_did()
    {
        using var place = LibraryPlace.Open();
        await Author.Transaction(async () =>
        {
            await Author.Transaction(async () => await LibraryPlace.SavedAuthor("Ada"));
            throw new Rollback();
        });
        Assert.Equal(0, await Author.Count());
    }

    [Fact]
    public async Task It_follows_the_flow_of_calls_and_only_that()
    {
        using var place = LibraryPlace.Open();
        var go = new TaskCompletionSource();
        var inside = Author.Transaction(async () =>
        {
            await LibraryPlace.SavedAuthor("Ada");
            await Task.Run(async () => Assert.Equal(1, await Author.Count()));
            await go.Task;
        });
        await Task.Run(async () => Assert.Equal(0, await Author.Count()));
        go.SetResult();
        await inside;
        Assert.Equal(1, await Author.Count());
        Assert.Null(place.Database.OpenTransaction);
    }

    [Fact]
    public async Task Models_go_back_to_where_they_stood()
    {
        using var place = LibraryPlace.Open();
        Author old = await LibraryPlace.SavedAuthor("Old"),
            gone = await LibraryPlace.SavedAuthor("Gone");
        var fresh = new Author { Name = "Fresh" };
        await Author.Transaction(async () =>
        {
            old.Name = "Changed";
            await old.Save();
            await gone.Destroy();
            await fresh.Save();
            throw new Rollback();
        });

        Assert.True(fresh.IsNewRecord);
        Assert.Equal(0, fresh.Id);
        Assert.Contains("name", old.Changed.Select(column => column.Name));
        Assert.False(gone.IsDestroyed);
        Assert.True(await fresh.Save());
        Assert.True(await old.Save());
        Assert.Equal(["Changed", "Fresh", "Gone"], (await Author.All.OrderBy(a => a.Name)).Select(author => author.Name));
    }

    [Fact]
    public async Task A_result_comes_out_of_it()
    {
        using var place = LibraryPlace.Open();
        var author = await place.Database.Transaction(() => LibraryPlace.SavedAuthor("Ada"));
        Assert.Equal("Ada", author!.Name);
    }

    [Fact]
    public async Task A_constraint_that_fails_inside_can_be_caught_and_the_rest_counts()
    {
        using var place = LibraryPlace.Open();
        await Author.Transaction(async () =>
        {
            await Assert.ThrowsAsync<ConstraintException>(() => Review.Create(new Review { Text = "x", BookId = 99 }));
            await LibraryPlace.SavedAuthor("Ada");
        });
        Assert.Equal(1, await Author.Count());
    }
}
