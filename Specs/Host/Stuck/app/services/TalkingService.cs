using Stryke.Web.Actors;

namespace Stuck;

/// <summary>A service that says on standard output when it starts and stops, and that the database is open then.</summary>
public sealed class TalkingService(string name, StuckSettings settings) : IService
{
    public string Name => name;

    public bool IsOptional => settings.IsOptional == name;

    public async ValueTask Start(ServiceContext context, CancellationToken cancel)
    {
        await Database.Current.Execute("CREATE TABLE IF NOT EXISTS said (line TEXT)");
        if (settings.FailsToStart == name)
            throw new IOException("No route to host");
        if (settings.Fails == name)
            context.Run(static async _ => await Offload.Run(static () => throw new IOException("Connection lost")));
        Console.WriteLine($"{name} starts");
    }

    public async ValueTask Stop(CancellationToken cancel)
    {
        await Database.Current.Execute("DELETE FROM said");
        Console.WriteLine($"{name} stops");
        if (settings.Hangs == name)
            Thread.Sleep(Timeout.Infinite);
    }
}
