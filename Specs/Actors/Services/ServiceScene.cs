using System.Collections.Concurrent;
using Stryke.Web.Actors.Services;

namespace Stryke.Web.Specs.Actors.Services;

/// <summary>A group of services on real cores, a diary of what they do, and what was reported of them.</summary>
internal sealed class ServiceScene : IAsyncDisposable
{
    /// <summary>For what is to happen; longer than any machine needs.</summary>
    public static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);

    private readonly TestSystem _cores = new();

    public ServiceScene() => Group = new ServiceGroup(_cores.System, Reported.Enqueue, Clock);

    public ServiceGroup Group { get; }

    public ManualClock Clock { get; } = new();

    public Stryke.Web.Actors.ActorSystem System => _cores.System;

    public Stryke.Web.Actors.Core Core => _cores.Core;

    public List<string> Diary { get; } = [];

    public ConcurrentQueue<ServiceFault> Reported { get; } = [];

    public Task Start(params IReadOnlyList<IService> services) => Group.Start(services, CancellationToken.None);

    /// <summary>Starts a service that does something when it starts, and gives its context.</summary>
    public async Task<ServiceContext> Start(Action<ServiceContext> work, bool isOptional = false, string name = "worker")
    {
        ServiceContext? given = null;
        await Start(
            new SpecService(name, Diary)
            {
                IsOptional = isOptional,
                OnStart = (context, _) =>
                {
                    work(given = context);
                    return Task.CompletedTask;
                },
            }
        );
        return given!;
    }

    public IReadOnlyList<ServiceFault> Stop() => Group.Stop(Ample);

    public async ValueTask DisposeAsync()
    {
        Group.Stop(TimeSpan.Zero);
        await _cores.DisposeAsync();
    }
}
