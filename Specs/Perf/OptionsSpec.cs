using Stryke.Web.Perf.Runner;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class OptionsSpec
{
    private static readonly string[] Given = ["--builds", "b", "--perf", "p", "--from", "f"];

    [Fact]
    public void Rows_and_contenders_are_chosen_by_their_keys()
    {
        Assert.True(Options.TryParse([.. Given, "--only", "json,idle", "--contenders", "stryke,go"], out var options, out _));
        Assert.True(options.HasRow("idle"));
        Assert.False(options.HasRow("plaintext"));
        Assert.True(options.HasContender("go"));
        Assert.False(options.HasContender("kestrel"));
    }

    [Theory]
    [InlineData("--only", "plain")]
    [InlineData("--contenders", "apache")]
    [InlineData("--against", "apache")]
    [InlineData("--rounds", "0")]
    [InlineData("--fast", "")]
    public void What_cannot_be_read_is_named_with_what_there_is(string name, string value)
    {
        Assert.False(Options.TryParse([.. Given, name, value], out _, out string error));
        Assert.Contains($"cannot read '{name} {value}'", error, StringComparison.Ordinal);
        Assert.Contains("churn-10", error, StringComparison.Ordinal);
    }
}
