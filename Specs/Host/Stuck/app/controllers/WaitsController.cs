using Stryke.Web.Actors;

namespace Stuck;

/// <summary>Ways not to end, or not soon. Each says on standard output that it has begun.</summary>
public sealed partial class WaitsController : Controller
{
    private static readonly TaskCompletionSource Nothing = new();

    public Result Alive() => Text("alive");

    public Result Block()
    {
        Begin();
        Thread.Sleep(Timeout.Infinite);
        return Text("never");
    }

    public Result Spin()
    {
        Begin();
        while (true) { }
    }

    public async Task<Result> Later()
    {
        await Task.Yield();
        Begin();
        Thread.Sleep(Timeout.Infinite);
        return Text("never");
    }

    public async Task<Result> Never()
    {
        Begin();
        await Nothing.Task;
        return Text("never");
    }

    public async Task<Result> Slow()
    {
        Begin();
        await Task.Delay(1000);
        Console.WriteLine("answered");
        return Text("slow");
    }

    public Result HangsOf() => Text(Settings<StuckSettings>().Hangs);

    public async Task<Result> Offloaded()
    {
        Begin();
        await Offload.Run(() => Thread.Sleep(Timeout.Infinite));
        return Text("never");
    }

    private static void Begin() => Console.WriteLine("begun");
}
