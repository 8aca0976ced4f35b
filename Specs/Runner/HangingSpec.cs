using System.Diagnostics;
using Xunit;

namespace Stryke.Web.Specs.Runner;

/// <summary>Specs that hang, for <see cref="HangWatchSpec"/> to run in a process of its own; an ordinary run leaves them out.</summary>
public sealed class HangingSpec
{
    [Fact(Explicit = true)]
    public async Task Awaits_what_never_comes()
    {
        using var process = Process.Start("sleep", "600");
        Console.WriteLine($"sleeping: {process.Id}");
        await process.WaitForExitAsync();
        Assert.Fail("It ended.");
    }

    [Fact(Explicit = true)]
    public void Holds_its_thread()
    {
        Thread.Sleep(Timeout.Infinite);
        Assert.Fail("It was let go.");
    }
}
