using Stryke.Web.Middleware.Faults;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Faults;

/// <summary>The stack of a recursion that did not end is told by its first and its last frames.</summary>
public sealed class TraceTextSpec
{
    [Fact]
    public void An_ordinary_exception_is_told_whole()
    {
        var fault = Thrown(20);

        Assert.Equal(fault.StackTrace, TraceText.Shorten(fault.StackTrace!));
    }

    [Fact]
    public void The_middle_of_a_deep_stack_is_left_out()
    {
        string[] lines = TraceText.Shorten(new InvalidOperationException("outer", Thrown(5_000)).ToString()).Split('\n');

        Assert.InRange(lines.Length, 80, 100);
        Assert.StartsWith("System.InvalidOperationException: outer", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.StartsWith("   … 49", StringComparison.Ordinal) && line.EndsWith(" frames left out …", StringComparison.Ordinal)
        );
        Assert.Contains("TraceTextSpec.Recurse(Int32 depth)", lines[^20], StringComparison.Ordinal);
        Assert.Contains("Xunit.Record.Exception(", lines[^2], StringComparison.Ordinal);
        Assert.Contains("End of inner exception stack trace", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_page_shows_the_frames_that_are_told()
    {
        var frames = StackFrames.Of(Thrown(5_000));

        Assert.Equal(81, frames.Count);
        Assert.EndsWith("frames left out …", frames[60].Method, StringComparison.Ordinal);
    }

    private static Exception Thrown(int depth) => Record.Exception(() => Recurse(depth))!;

    private static int Recurse(int depth) => depth == 0 ? throw new FormatException("deep") : Recurse(depth - 1) + 1;
}
