using Stryke.Web.Host.Serve;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

public sealed class CpuChoiceSpec
{
    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("\t0-3", new[] { 0, 1, 2, 3 })]
    [InlineData("1,4-5,8", new[] { 1, 4, 5, 8 })]
    public void The_kernels_list_is_read(string text, int[] cpus) => Assert.Equal(cpus, CpuChoice.ParseList(text));

    [Fact]
    public void None_or_more_than_there_are_is_all()
    {
        Assert.Null(CpuChoice.Of(0));
        Assert.Null(CpuChoice.Of(1024));
    }

    [Fact]
    public void As_many_as_asked_for_are_taken()
    {
        Assert.SkipUnless(Environment.ProcessorCount > 1, "This machine has one processor.");
        Assert.Single(CpuChoice.Of(1)!);
    }
}
