using System.Diagnostics;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Services;
using Xunit;

namespace Stryke.Web.Specs.Actors.Services;

/// <summary>Services start in order, stop in the reverse order, and one that fails or does not stop is named.</summary>
public sealed class ServiceGroupSpec
{
    [Fact]
    public async Task They_start_in_order_and_stop_in_the_reverse_one()
    {
        await using var scene = new ServiceScene();
        await scene.Start(
            // One that takes time to start is waited for.
            new SpecService("a", scene.Diary) { OnStart = static async (_, _) => await Task.Yield() },
            new SpecService("b", scene.Diary),
            new SpecService("c", scene.Diary)
        );
        Assert.Empty(scene.Stop());
        Assert.Equal(["a starts", "b starts", "c starts", "c stops", "b stops", "a stops"], scene.Diary);
        Assert.Empty(scene.Stop());
        Assert.Equal(6, scene.Diary.Count);
    }

    [Fact]
    public async Task One_that_does_not_start_is_named_and_only_those_before_it_stop()
    {
        await using var scene = new ServiceScene();
        CancellationToken begun = default;
        var failing = new SpecService("b", scene.Diary)
        {
            OnStart = (context, _) =>
            {
                context.Run(stopping => Task.Delay(Timeout.Infinite, begun = stopping));
                throw new IOException("No route to host");
            },
        };
        var failure = await Assert.ThrowsAsync<ServiceStartException>(() =>
            scene.Start(new SpecService("a", scene.Diary), failing, new SpecService("c", scene.Diary))
        );
        Assert.Equal("The service b did not start: No route to host", failure.Message);
        Assert.Same(failing, failure.Service);
        Assert.IsType<IOException>(failure.InnerException);
        Assert.Empty(scene.Stop());
        Assert.Equal(["a starts", "a stops"], scene.Diary);
        Assert.False(scene.Group.Failed.IsCompleted);
    }

    [Fact]
    public async Task One_that_says_at_its_start_that_it_has_failed_has_not_started()
    {
        await using var scene = new ServiceScene();
        var failure = await Assert.ThrowsAsync<ServiceStartException>(() =>
            scene.Start(static context => context.Fail(new IOException("refused")))
        );
        Assert.Equal("The service worker did not start: refused", failure.Message);
    }

    [Fact]
    public async Task Without_an_optional_one_the_others_start()
    {
        await using var scene = new ServiceScene();
        await scene.Start(
            new SpecService("a", scene.Diary) { IsOptional = true, OnStart = static (_, _) => throw new IOException("refused") },
            new SpecService("b", scene.Diary)
        );
        Assert.Equal(("a", "refused"), Assert.Single(scene.Reported) is var fault ? (fault.Service.Name, fault.Fault!.Message) : default);
        Assert.False(scene.Group.Failed.IsCompleted);
        scene.Stop();
        Assert.Equal(["b starts", "b stops"], scene.Diary);
    }

    [Fact]
    public async Task A_start_can_be_cancelled()
    {
        await using var scene = new ServiceScene();
        using var asked = new CancellationTokenSource();
        var starting = scene.Group.Start(
            [
                new SpecService("a", scene.Diary),
                new SpecService("b", scene.Diary)
                {
                    OnStart = (_, cancel) =>
                    {
                        asked.Cancel();
                        return Task.Delay(Timeout.Infinite, cancel);
                    },
                },
                new SpecService("c", scene.Diary),
            ],
            asked.Token
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting.WaitAsync(ServiceScene.Ample));
        scene.Stop();
        Assert.Equal(["a starts", "a stops"], scene.Diary);
    }

    [Fact]
    public async Task One_that_fails_is_told_once_its_work_ends_and_it_stops_like_the_others()
    {
        await using var scene = new ServiceScene();
        var context = await scene.Start(static _ => { });
        context.Fail(new IOException("connection lost"));
        context.Fail(new IOException("again"));
        var failed = await scene.Group.Failed.WaitAsync(ServiceScene.Ample);
        Assert.Equal(("worker", "connection lost"), (failed.Service.Name, failed.Fault!.Message));
        Assert.Same(failed, Assert.Single(scene.Reported));
        Assert.Same(failed.Fault, context.Fault);
        Assert.True(context.Stopping.IsCancellationRequested);
        Assert.Empty(scene.Stop());
        Assert.Equal(["worker starts", "worker stops"], scene.Diary);
    }

    [Fact]
    public async Task Of_an_optional_one_that_fails_the_app_is_only_told()
    {
        await using var scene = new ServiceScene();
        var optional = await scene.Start(static _ => { }, isOptional: true, name: "optional");
        var needed = await scene.Start(static _ => { }, name: "needed");
        optional.Fail(new IOException("gone"));
        needed.Fail(new IOException("gone"));
        Assert.Equal("needed", (await scene.Group.Failed.WaitAsync(ServiceScene.Ample)).Service.Name);
        Assert.Equal(["optional", "needed"], scene.Reported.Select(fault => fault.Service.Name));
    }

    [Fact]
    public async Task One_that_does_not_stop_is_named_after_its_time_and_the_others_stop()
    {
        await using var scene = new ServiceScene();
        await scene.Start(
            new SpecService("a", scene.Diary),
            new SpecService("hangs", scene.Diary) { OnStop = static _ => Task.Delay(Timeout.Infinite) },
            new SpecService("blocks", scene.Diary)
            {
                OnStop = static _ =>
                {
                    Thread.Sleep(Timeout.Infinite);
                    return Task.CompletedTask;
                },
            },
            new SpecService("heeds", scene.Diary)
            {
                OnStop = static cancel => Task.Delay(Timeout.Infinite, cancel).ContinueWith(static _ => { }),
            }
        );
        var clock = Stopwatch.StartNew();
        var faults = scene.Group.Stop(TimeSpan.Zero);
        Assert.Equal(["blocks", "hangs"], faults.Select(fault => fault.Service.Name));
        Assert.All(faults, fault => Assert.Null(fault.Fault));
        Assert.True(clock.Elapsed < ServiceScene.Ample, $"It took {clock.Elapsed}.");
        Assert.Equal(["heeds stops", "blocks stops", "hangs stops", "a stops"], scene.Diary.Skip(4));
    }

    [Fact]
    public async Task One_that_fails_to_stop_is_named_and_the_others_stop()
    {
        await using var scene = new ServiceScene();
        await scene.Start(
            new SpecService("a", scene.Diary),
            new SpecService("b", scene.Diary) { OnStop = static _ => throw new IOException("disk full") }
        );
        var fault = Assert.Single(scene.Stop());
        Assert.Equal(("b", "disk full"), (fault.Service.Name, fault.Fault!.Message));
        Assert.Equal(["b stops", "a stops"], scene.Diary.Skip(2));
    }

    [Fact]
    public async Task While_they_stop_the_cores_run()
    {
        await using var scene = new ServiceScene();
        Core? seen = null;
        await scene.Start(new SpecService("a") { OnStop = async _ => seen = await scene.Core.Run(() => Core.Current) });
        await scene.System.StopAsync(ServiceScene.Ample, () => scene.Stop());
        Assert.Same(scene.Core, seen);
        Assert.True(scene.Core.HasEnded);
    }

    [Fact]
    public void Two_have_not_one_name()
    {
        var list = new ServiceList { new SpecService("a"), new SpecService("b") };
        var refusal = Assert.Throws<ArgumentException>(() => list.Add(new SpecService("a")));
        Assert.StartsWith("There is already a service 'a'. Give one of the two another Name.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], list.Select(service => service.Name));
    }
}
