using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class TestProbeSpec
{
    [Fact]
    public async Task Gives_what_it_was_told_in_order()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        for (int i = 0; i < 3; i++)
            probe.Ref.Tell(i);
        Assert.Equal(0, await probe.ExpectAsync());
        Assert.Equal([1, 2], await probe.ExpectAsync(2));
    }

    [Fact]
    public async Task Says_when_nothing_came_and_keeps_what_comes_later()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        await Assert.ThrowsAsync<TimeoutException>(() => probe.ExpectAsync(TimeSpan.FromMilliseconds(20)));
        probe.Ref.Tell(1);
        Assert.Equal(1, await probe.ExpectAsync());
    }

    [Fact]
    public async Task Silence_passes_and_a_message_does_not()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<string>(test.Core);
        await probe.ExpectNothingAsync(TimeSpan.FromMilliseconds(20));
        await test.Core.Run(() => probe.Ref.TryTell("a word"));
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => probe.ExpectNothingAsync(TimeSpan.Zero));
        Assert.Contains("a word", broken.Message, StringComparison.Ordinal);
    }
}
