using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors.Services;

/// <summary>Background work runs on the thread pool or on a core, fails its service when it throws, and ends with it.</summary>
public sealed class ServiceContextSpec
{
    [Fact]
    public async Task Work_on_a_core_comes_home_and_work_on_the_pool_is_on_none()
    {
        await using var scene = new ServiceScene();
        var homes = new TaskCompletionSource<(Core?, Core?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var elsewhere = new TaskCompletionSource<Core?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await scene.Start(context =>
        {
            context.Run(
                scene.Core,
                async _ =>
                {
                    var before = Core.Current;
                    await Offload.Run(static () => { });
                    homes.SetResult((before, Core.Current));
                }
            );
            context.Run(async _ =>
            {
                await Task.Yield();
                elsewhere.SetResult(Core.Current);
            });
        });
        Assert.Equal((scene.Core, scene.Core), await homes.Task.WaitAsync(ServiceScene.Ample));
        Assert.Null(await elsewhere.Task.WaitAsync(ServiceScene.Ample));
        Assert.Empty(scene.Stop());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_that_throws_fails_its_service(bool isOnCore)
    {
        await using var scene = new ServiceScene();
        await scene.Start(context =>
        {
            if (isOnCore)
                context.Run(scene.Core, static _ => throw new IOException("broken"));
            else
                context.Run(static _ => throw new IOException("broken"));
        });
        var failed = await scene.Group.Failed.WaitAsync(ServiceScene.Ample);
        Assert.Equal(("worker", "broken"), (failed.Service.Name, failed.Fault!.Message));
        Assert.Empty(scene.Stop());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_cancels_work_and_waits_for_it(bool isOnCore)
    {
        await using var scene = new ServiceScene();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool hasTidied = false;
        async Task Work(CancellationToken stopping)
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stopping);
            }
            finally
            {
                await Task.Delay(50, CancellationToken.None); // it takes its time to tidy up
                Volatile.Write(ref hasTidied, true);
            }
        }
        await scene.Start(context =>
        {
            if (isOnCore)
                context.Run(scene.Core, Work);
            else
                context.Run(Work);
        });
        await begun.Task.WaitAsync(ServiceScene.Ample);
        Assert.Empty(scene.Stop());
        Assert.True(Volatile.Read(ref hasTidied));
        Assert.False(scene.Group.Failed.IsCompleted);
        Assert.Empty(scene.Reported);
    }

    [Fact]
    public async Task Work_that_does_not_end_is_its_services_fault()
    {
        await using var scene = new ServiceScene();
        await scene.Start(static context => context.Run(static _ => Task.Delay(Timeout.Infinite)));
        var fault = Assert.Single(scene.Group.Stop(TimeSpan.Zero));
        Assert.Equal(("worker", null), (fault.Service.Name, fault.Fault));
    }

    [Fact]
    public async Task A_service_that_stops_begins_no_more_work()
    {
        await using var scene = new ServiceScene();
        var context = await scene.Start(static _ => { });
        scene.Stop();
        Assert.Throws<InvalidOperationException>(() => context.Run(static _ => Task.CompletedTask));
        Assert.Throws<InvalidOperationException>(() => context.Every(TimeSpan.FromSeconds(1), static _ => Task.CompletedTask));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_done_every_hour_is_done_an_hour_after_it_was_done(bool isOnCore)
    {
        await using var scene = new ServiceScene();
        var runs = System.Threading.Channels.Channel.CreateBounded<Core?>(10);
        var hour = TimeSpan.FromHours(1);
        Task Work(CancellationToken stopping) => runs.Writer.WriteAsync(Core.Current, stopping).AsTask();
        await scene.Start(context =>
        {
            if (isOnCore)
                context.Every(scene.Core, hour, Work);
            else
                context.Every(hour, Work);
        });
        await scene.Clock.Pass(hour - TimeSpan.FromTicks(1));
        Assert.Equal(0, runs.Reader.Count);
        for (int i = 0; i < 3; i++)
        {
            await scene.Clock.Pass(i == 0 ? TimeSpan.FromTicks(1) : hour);
            Assert.Same(isOnCore ? scene.Core : null, await runs.Reader.ReadAsync().AsTask().WaitAsync(ServiceScene.Ample));
        }
        Assert.Empty(scene.Stop());
        Assert.Equal(0, runs.Reader.Count);
    }

    [Fact]
    public async Task A_repetition_that_throws_fails_its_service_and_is_not_repeated()
    {
        await using var scene = new ServiceScene();
        int runs = 0;
        await scene.Start(context =>
            context.Every(
                TimeSpan.FromSeconds(1),
                _ =>
                {
                    runs++;
                    throw new IOException("broken");
                }
            )
        );
        await scene.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("broken", (await scene.Group.Failed.WaitAsync(ServiceScene.Ample)).Fault!.Message);
        Assert.Empty(scene.Stop());
        Assert.Equal(1, runs);
    }
}
