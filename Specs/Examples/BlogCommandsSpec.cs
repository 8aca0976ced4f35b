using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The tools inside the executable.</summary>
public sealed class BlogCommandsSpec : IDisposable
{
    private readonly BlogPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Migrations_run_are_undone_and_run_again()
    {
        await _place.Prepare();
        Assert.Contains("CreateComments", (await _place.Run("db", "status")).Output);

        Assert.Equal(0, (await _place.Run("db", "rollback")).ExitCode);
        Assert.Equal(0, (await _place.Run("db", "rollback")).ExitCode);
        await _place.Prepare(seed: true);
        await using var blog = await _place.Serve();
        Assert.Contains("Slow is smooth", await blog.Page("/"));
    }

    [Fact]
    public async Task Seeding_twice_does_not_double_the_posts()
    {
        await _place.Prepare(seed: true);
        await _place.Prepare(seed: true);
        await using var blog = await _place.Serve();
        Assert.Contains("Page 1 of 4", await blog.Page("/"));
    }

    [Fact]
    public async Task Routes_are_listed_with_the_actions_that_answer_them()
    {
        var routes = await _place.Run("routes");
        Assert.Equal(0, routes.ExitCode);
        Assert.Contains("/posts/:id/edit", routes.Output);
        Assert.Contains("/posts/:post_id/comments", routes.Output);
    }
}
