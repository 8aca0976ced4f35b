using Xunit;

namespace Stryke.Web.Specs.Runner;

/// <summary>The last line of bin/test, and whether it fails.</summary>
public sealed class CountsSpec
{
    [Fact]
    public async Task Specs_that_pass_are_counted()
    {
        var run = await RunnerProcess.Run(60, "-class", typeof(EventuallySpec).FullName!);
        Assert.Equal(new RunnerResult(0, "4 passed, 0 failed\n"), await RunnerProcess.Count(run));
    }

    [Fact]
    public async Task A_filter_that_selects_no_spec_is_a_failure()
    {
        var run = await RunnerProcess.Run(60, "-class", "Stryke.Web.Specs.NoSuchSpec");
        var counted = await RunnerProcess.Count(run);
        Assert.Equal(1, counted.ExitCode);
        Assert.Contains("no spec ran", counted.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        0,
        "   Stryke.Web.Specs  Total: 9, Errors: 0, Failed: 0, Skipped: 1, Not Run: 3, Time: 1.2s",
        "5 passed, 0 failed, 1 skipped\n"
    )]
    [InlineData(1, "   Stryke.Web.Specs  Total: 9, Errors: 1, Failed: 2, Skipped: 0, Not Run: 3, Time: 1.2s", "4 passed, 3 failed\n")]
    [InlineData(1, "   Stryke.Web.Specs  Total: 6, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.2s", "6 passed, 0 failed\n", 1)]
    [InlineData(1, "Segmentation fault", "the runner ended with status 139 and no summary\n0 passed, 1 failed\n", 139)]
    [InlineData(
        1,
        "    A.B [FAIL]\nHUNG: no spec has begun or ended for 180 s (SPECS_HANG_SECONDS), 7 ended before. Running:\nHUNG 190 s: "
            + "A.C\nHUNG 185 s: A.D",
        "hung: A.C\nhung: A.D\n6 passed, 3 failed\n",
        70
    )]
    public async Task What_the_runner_said_is_summed_up(int exitCode, string said, string words, int status = 0)
    {
        var counted = await RunnerProcess.Count(new RunnerResult(status, said + "\n"));
        Assert.Equal(exitCode, counted.ExitCode);
        Assert.Equal(words, counted.Output);
    }
}
