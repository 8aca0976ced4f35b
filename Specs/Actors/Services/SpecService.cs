using Stryke.Web.Actors.Services;

namespace Stryke.Web.Specs.Actors.Services;

/// <summary>A service that does what the spec says, and writes down when it starts and stops.</summary>
internal sealed class SpecService(string name, List<string>? diary = null) : IService
{
    public string Name => name;

    public bool IsOptional { get; init; }

    public Func<ServiceContext, CancellationToken, Task> OnStart { get; init; } = static (_, _) => Task.CompletedTask;

    public Func<CancellationToken, Task> OnStop { get; init; } = static _ => Task.CompletedTask;

    public async ValueTask Start(ServiceContext context, CancellationToken cancel)
    {
        await OnStart(context, cancel);
        Write("starts");
    }

    public async ValueTask Stop(CancellationToken cancel)
    {
        Write("stops");
        await OnStop(cancel);
    }

    private void Write(string what)
    {
        if (diary is null)
            return;
        lock (diary)
            diary.Add($"{name} {what}");
    }
}
