using Stryke.Web.Actors;
using Stryke.Web.Actors.Native;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class CoreSynchronizationContextSpec
{
    [Fact]
    public async Task An_await_comes_home_from_the_thread_pool()
    {
        await using var test = new TestSystem();
        Assert.Same(
            test.Core,
            await await test.Core.Run(async () =>
            {
                await Task.Delay(1);
                return Core.Current;
            })
        );
    }

    [Fact]
    public async Task An_await_of_offloaded_work_comes_home()
    {
        await using var test = new TestSystem();
        var (during, after) = await await test.Core.Run(async () =>
        {
            var there = await Offload.Run(() => Core.Current);
            return (there, Core.Current);
        });
        Assert.Null(during);
        Assert.Same(test.Core, after);
    }

    [Fact]
    public async Task Offloaded_work_may_use_every_CPU()
    {
        await using var test = new TestSystem();
        int[] allowed = Affinity.AllowedCpus();
        Assert.Equal(allowed, await await test.Core.Run(() => Offload.Run(Affinity.AllowedCpus)));
    }

    [Fact]
    public async Task The_caller_comes_home_even_when_what_it_awaits_has_wandered_off()
    {
        await using var test = new TestSystem();
        static async Task<Core?> Wander()
        {
            await Task.Delay(1).ConfigureAwait(false);
            return Core.Current;
        }
        var (during, after) = await await test.Core.Run(async () =>
        {
            var there = await Wander();
            return (there, Core.Current);
        });
        Assert.Null(during);
        Assert.Same(test.Core, after);
    }

    [Fact]
    public async Task A_result_from_a_foreign_thread_is_carried_home_by_Post()
    {
        await using var test = new TestSystem();
        var home = new TaskCompletionSource<Core?>();
        _ = Task.Run(() => test.Core.Post(() => home.SetResult(Core.Current)));
        Assert.Same(test.Core, await home.Task);
    }

    [Fact]
    public async Task An_await_between_two_cores_comes_back_to_the_one_it_left()
    {
        await using var test = new TestSystem();
        Assert.Equal(
            [test.Core, test.Other, test.Core],
            await await test.Core.Run(async () =>
            {
                var cores = new List<Core?> { Core.Current };
                cores.Add(await test.Other.Run(() => Core.Current));
                cores.Add(Core.Current);
                return cores;
            })
        );
    }

    [Fact]
    public async Task A_fault_of_an_async_void_is_reported_and_the_core_lives_on()
    {
        await using var test = new TestSystem();
        async void Throw()
        {
            await Task.Yield();
            throw new InvalidOperationException("async void");
        }
        test.Core.Post(Throw);
        await Eventually.Holds(() => !test.Faults.IsEmpty, "the fault is reported");
        Assert.Equal("async void", Assert.Single(test.Faults).Fault.Message);
        Assert.True(await test.Core.Run(() => true));
    }

    [Fact]
    public async Task Send_runs_at_once_on_the_core_and_waits_elsewhere()
    {
        await using var test = new TestSystem();
        Core? ran = null;
        test.Core.SynchronizationContext.Send(_ => ran = Core.Current, null);
        Assert.Same(test.Core, ran);
        Assert.Throws<FormatException>(() => test.Core.SynchronizationContext.Send(_ => throw new FormatException(), null));
        Assert.True(
            await test.Core.Run(() =>
            {
                bool inside = false;
                SynchronizationContext.Current!.Send(_ => inside = true, null);
                return inside;
            })
        );
    }

    [Fact]
    public async Task What_comes_after_the_core_has_stopped_still_runs()
    {
        var test = new TestSystem();
        var gate = new TaskCompletionSource();
        var waiting = test.Core.Run(async () =>
        {
            await gate.Task;
            return true;
        });
        await waiting;
        await test.DisposeAsync();
        gate.SetResult();
        Assert.True(await await waiting);
    }
}
