extern alias text;

using text::Stryke.Web.Text.Words;
using Xunit;

namespace Stryke.Web.Specs.Text.Words;

public sealed class NearestNameSpec
{
    private static readonly string[] Known = ["host", "port", "shutdown_timeout", "server_name"];

    [Theory]
    [InlineData("prot", "port")]
    [InlineData("PORT", "port")]
    [InlineData("hosts", "host")]
    [InlineData("shutdown_timout", "shutdown_timeout")]
    [InlineData("shutdown", "shutdown_timeout")]
    [InlineData("Ser", "server_name")]
    [InlineData("se", null)]
    [InlineData("workers", null)]
    [InlineData("", null)]
    public void It_is_the_known_name_with_few_edits_or_the_one_that_starts_so_or_none(string written, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(written, Known));
}
