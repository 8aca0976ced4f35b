using Xunit;
using Xunit.Sdk;

namespace Stryke.Web.Specs;

public sealed class EventuallySpec
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public async Task Comes_back_with_what_was_wanted()
    {
        int looks = 0;
        Assert.Equal(5, await Eventually.Sees(() => ++looks, seen => seen == 5, "the fifth look"));
        Assert.Equal(5, looks);
        await Eventually.Holds(() => ++looks == 7, "the seventh look");
        await Eventually.Holds(() => Task.FromResult(++looks == 9), "the ninth look");
    }

    [Fact]
    public async Task Says_what_it_waited_for_how_long_and_what_it_saw_last()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() =>
            Eventually.Sees(() => Task.FromResult("three clients"), _ => false, "nobody is connected", Short)
        );
        Assert.Matches(
            @"^Waited 0\.03 s \(SPECS_PATIENCE_SECONDS\) until nobody is connected; last seen after \d+ looks: three clients\.$",
            failure.Message
        );
    }

    [Fact]
    public async Task Says_when_a_look_does_not_come_back()
    {
        var never = new TaskCompletionSource<int>();
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() =>
            Eventually.Sees(() => never.Task, _ => true, "the core answers", Short)
        );
        Assert.Equal("Waited 0.03 s (SPECS_PATIENCE_SECONDS) until the core answers; look 1 has not come back.", failure.Message);
    }

    [Fact]
    public async Task What_a_look_throws_ends_the_wait() =>
        await Assert.ThrowsAsync<FormatException>(() => Eventually.Holds(bool () => throw new FormatException(), "it throws"));
}
