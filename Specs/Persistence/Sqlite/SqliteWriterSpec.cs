using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

public sealed class SqliteWriterSpec
{
    [Fact]
    public async Task Writers_from_many_tasks_lose_nothing()
    {
        using var place = LibraryPlace.Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        for (int i = 0; i < 25; i++)
                        {
                            await LibraryPlace.SavedAuthor($"{worker}-{i}");
                            await Author.Count();
                        }
                    })
                )
        );

        Assert.Equal(400, await Author.Count());
        Assert.Equal(400, (await Author.All).Select(author => author.Name).Distinct().Count());
    }

    [Fact]
    public async Task Transactions_from_many_tasks_are_one_after_the_other()
    {
        using var place = LibraryPlace.Open();
        var counter = await Author.Create(new Author { Name = "Counter", Born = 1500 });
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ =>
                    Task.Run(() =>
                        Author.Transaction(async () =>
                        {
                            var mine = await Author.Get(counter.Id);
                            await Task.Yield();
                            mine.Born++;
                            Assert.True(await mine.Save());
                        })
                    )
                )
        );

        Assert.Equal(1520, (await Author.Get(counter.Id)).Born);
    }

    [Fact]
    public async Task A_read_after_a_write_sees_it()
    {
        using var place = LibraryPlace.Open();
        for (int i = 0; i < 200; i++)
        {
            var author = await LibraryPlace.SavedAuthor($"A{i}");
            Assert.NotNull(await Author.Find(author.Id));
        }
    }

    [Fact]
    public async Task Readers_see_the_last_commit_and_wait_for_nobody()
    {
        using var place = LibraryPlace.Open();
        await Author.Transaction(async () =>
        {
            await LibraryPlace.SavedAuthor();
            Assert.Equal(1, await Author.Count());
            Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM authors"));
        });
        Assert.Equal(1, await place.Number("SELECT COUNT(*) FROM authors"));
    }

    [Fact]
    public async Task Writes_that_wait_are_bounded()
    {
        using var place = LibraryPlace.Open(path => new DatabaseOptions { Path = path, WriteQueueCapacity = 2 });
        var transaction = await place.Database.Connection.Begin();
        Task first = place.Database.Execute("DELETE FROM authors"),
            second = place.Database.Execute("DELETE FROM authors");

        var error = await Assert.ThrowsAsync<DatabaseBusyException>(() => place.Database.Execute("DELETE FROM authors"));

        Assert.Equal("2 writes are waiting already.", error.Message);
        await transaction.Commit();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task Statements_of_a_transaction_that_wait_are_bounded_and_its_end_is_not()
    {
        using var place = LibraryPlace.Open(path => new DatabaseOptions { Path = path, WriteQueueCapacity = 2 });
        var transaction = await place.Database.Connection.Begin();
        using var held = new HeldCommand();
        var holding = transaction.Run(held).AsTask();
        Assert.True(held.HasBegun.Wait(TimeSpan.FromMinutes(1)), "the writer has not begun");
        var first = transaction.Run(Insert("Ann")).AsTask();
        var second = transaction.Run(Insert("Bob")).AsTask();

        var error = await Assert.ThrowsAsync<DatabaseBusyException>(async () => await transaction.Run(Insert("Cid")));

        Assert.Equal("2 statements of this transaction are waiting already.", error.Message);
        var commit = transaction.Commit().AsTask();
        Assert.False(commit.IsCompleted);
        held.Release.Set();
        await Task.WhenAll(holding, first, second, commit);
        Assert.Equal(2, await Author.Count());
    }

    [Fact]
    public async Task A_transaction_that_is_full_can_be_rolled_back()
    {
        using var place = LibraryPlace.Open(path => new DatabaseOptions { Path = path, WriteQueueCapacity = 1 });
        var transaction = await place.Database.Connection.Begin();
        using var held = new HeldCommand();
        var holding = transaction.Run(held).AsTask();
        Assert.True(held.HasBegun.Wait(TimeSpan.FromMinutes(1)), "the writer has not begun");
        var insert = transaction.Run(Insert("Ann")).AsTask();
        var rollback = transaction.Rollback().AsTask();

        held.Release.Set();
        await Task.WhenAll(holding, insert, rollback);

        Assert.Equal(0, await Author.Count());
    }

    [Fact]
    public async Task A_commit_behind_a_statement_that_ended_the_transaction_fails()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor();
        var transaction = await place.Database.Connection.Begin();
        using var held = new HeldCommand();
        var holding = transaction.Run(held).AsTask();
        Assert.True(held.HasBegun.Wait(TimeSpan.FromMinutes(1)), "the writer has not begun");
        const string Repeated = "INSERT OR ROLLBACK INTO authors (id, name, created_at, updated_at) SELECT id, '', '', '' FROM authors";
        var broken = transaction.Run(new Command(new Sql(Repeated, isCached: false), [])).AsTask();
        var commit = transaction.Commit().AsTask();

        held.Release.Set();
        await holding;

        await Assert.ThrowsAsync<ConstraintException>(() => broken);
        var error = await Assert.ThrowsAsync<DatabaseException>(() => commit);
        Assert.Equal("SQLite has rolled the transaction back after an error in it.", error.Message);
    }

    [Fact]
    public async Task A_transaction_that_sends_nothing_is_rolled_back_so_that_others_can_write()
    {
        using var place = LibraryPlace.Open(path => new DatabaseOptions { Path = path, TransactionIdleTimeoutMs = 100 });
        var transaction = await place.Database.Connection.Begin();
        await transaction.Run(new Command(new Sql("DELETE FROM authors", isCached: false), []));

        await LibraryPlace.SavedAuthor();

        var error = await Assert.ThrowsAsync<DatabaseException>(async () => await transaction.Commit());
        Assert.Equal("The transaction was rolled back: nothing came from it for 100 ms, and all other writes waited.", error.Message);
        await transaction.Rollback();
    }

    [Fact]
    public async Task A_statement_that_is_late_for_its_transaction_says_so()
    {
        using var place = LibraryPlace.Open();
        var transaction = await place.Database.Connection.Begin();
        await transaction.Commit();

        var error = await Assert.ThrowsAsync<DatabaseException>(async () =>
            await transaction.Run(new Command(new Sql("DELETE FROM authors"), []))
        );
        Assert.Equal("The transaction has ended: something in it was not awaited.", error.Message);
    }

    [Fact]
    public async Task Awaiting_a_write_comes_home_to_the_core()
    {
        using var place = LibraryPlace.Open();
        var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll });
        try
        {
            var core = system.Cores[0];
            var done = new TaskCompletionSource<(Core? Before, Core? Read, Core? Saved)>();
            core.Post(async () =>
            {
                using var use = place.Database.Use();
                try
                {
                    var before = Core.Current;
                    await Author.Count();
                    var read = Core.Current;
                    await LibraryPlace.SavedAuthor();
                    await Author.Transaction(async () => await LibraryPlace.SavedAuthor("Bob"));
                    done.SetResult((before, read, Core.Current));
                }
                catch (Exception error)
                {
                    done.SetException(error);
                }
            });

            Assert.Equal((core, core, core), await done.Task);
        }
        finally
        {
            await system.StopAsync(TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_refuses_later_ones()
    {
        using var place = LibraryPlace.Open();
        Task[] writes =
        [
            .. Enumerable
                .Range(0, 50)
                .Select(i => place.Database.Execute($"INSERT INTO authors (name, created_at, updated_at) VALUES ('{i}', '', '')")),
        ];
        place.Database.Dispose();

        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => place.Database.Execute("DELETE FROM authors"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Author.Count());
    }

    private static Command Insert(string name) =>
        new(new Sql($"INSERT INTO authors (name, created_at, updated_at) VALUES ('{name}', '', '')", isCached: false), []);
}
