namespace Stuck;

/// <summary>Nothing; that there are seeds gives the app a database.</summary>
public sealed class StuckSeeds : Seeds
{
    public override Task Run() => Task.CompletedTask;
}
