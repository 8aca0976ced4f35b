using System.Runtime.CompilerServices;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class MemoryTrimmerSpec
{
    [Fact]
    public async Task What_a_burst_needed_is_let_go_of_when_it_was_not_needed_again()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0, 0], TrimMs = 50 });
        WeakReference[] arrays = [.. await Task.WhenAll(system.Cores.Select(core => core.Run(() => Burst(core))))];
        await Eventually.Sees(
            () =>
            {
                GC.Collect();
                return arrays.Count(array => array.IsAlive);
            },
            alive => alive == 0,
            "the arrays are let go of"
        );
    }

    [Fact]
    public async Task A_core_that_is_told_never_to_trim_keeps_its_buffers()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0], TrimMs = 0 });
        var array = await system.Cores[0].Run(() => Burst(system.Cores[0]));
        GC.Collect();
        Assert.True(array.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Burst(Core core)
    {
        byte[] array = core.Buffers.Rent(2 << 20);
        core.Buffers.Return(array);
        return new WeakReference(array);
    }
}
