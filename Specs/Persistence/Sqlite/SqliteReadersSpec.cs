using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Sqlite;

public sealed class SqliteReadersSpec
{
    [Fact]
    public async Task A_read_on_a_core_is_complete_when_the_call_returns()
    {
        using var place = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor();
        await OnCore(() =>
        {
            using var use = place.Database.Use();
            var all = Author.All.With(a => a.Books).ToList();
            Assert.True(all.IsCompletedSuccessfully);
            Assert.Single(all.Result);
            Assert.True(Author.Find(1).IsCompletedSuccessfully);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_core_may_read_from_several_databases_in_turn()
    {
        using var one = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor("One");
        using var two = LibraryPlace.Open();
        await LibraryPlace.SavedAuthor("Two");
        await OnCore(async () =>
        {
            for (int i = 0; i < 3; i++)
            {
                using (one.Database.Use())
                    Assert.Equal("One", (await Author.First())!.Name);
                using (two.Database.Use())
                    Assert.Equal("Two", (await Author.First())!.Name);
            }
            two.Database.Dispose();
            using (one.Database.Use())
                Assert.Equal(1, await Author.Count());
            using (two.Database.Use())
                await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Author.Count());
        });
    }

    private static async Task OnCore(Func<Task> body)
    {
        var system = ActorSystem.Start(new ActorSystemOptions { Backend = Backend.Epoll });
        try
        {
            var done = new TaskCompletionSource();
            system
                .Cores[0]
                .Post(async () =>
                {
                    try
                    {
                        Assert.NotNull(Core.Current);
                        await body();
                        done.SetResult();
                    }
                    catch (Exception error)
                    {
                        done.SetException(error);
                    }
                });
            await done.Task;
        }
        finally
        {
            await system.StopAsync(TimeSpan.FromSeconds(5));
        }
    }
}
