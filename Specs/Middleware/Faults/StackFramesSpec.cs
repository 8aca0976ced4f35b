using Stryke.Web.Middleware.Faults;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Faults;

public sealed class StackFramesSpec
{
    [Fact]
    public void A_frame_with_symbols_has_its_file_and_line()
    {
        var frames = StackFrames.Of(new Printed("   at Blog.PostsController.Show(Int64 id) in /blog/app in here/Posts.cs:line 12"));

        Assert.Equal([new StackFrame("Blog.PostsController.Show(Int64 id)", "/blog/app in here/Posts.cs", 12)], frames);
    }

    [Fact]
    public void A_frame_without_symbols_is_its_method()
    {
        var frames = StackFrames.Of(
            new Printed("   at System.Number.Parse(String s)\n--- End of stack trace from previous location ---\n   at X.Y()")
        );

        Assert.Equal([new StackFrame("System.Number.Parse(String s)", null, 0), new StackFrame("X.Y()", null, 0)], frames);
    }

    [Fact]
    public void An_exception_that_was_never_thrown_has_none() => Assert.Empty(StackFrames.Of(new InvalidOperationException()));

    [Fact]
    public async Task An_async_method_has_the_name_that_it_was_written_with()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(FailLater);

        Assert.Contains(StackFrames.Of(exception), frame => frame.Method.Contains("StackFramesSpec.FailLater()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/blog/app/X.cs", "/blog", "app/X.cs")]
    [InlineData("/blog/app/X.cs", "/blog/", "app/X.cs")]
    [InlineData("/blog-two/X.cs", "/blog", "/blog-two/X.cs")]
    [InlineData("/blog/X.cs", null, "/blog/X.cs")]
    public void Files_of_the_app_are_named_from_its_folder(string file, string? root, string shown) =>
        Assert.Equal(shown, SourcePath.Show(file, root));

    private static async Task FailLater()
    {
        await Task.Yield();
        throw new InvalidOperationException();
    }

    private sealed class Printed(string trace) : Exception
    {
        public override string StackTrace => trace;
    }
}
