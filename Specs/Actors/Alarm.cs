using Stryke.Web.Actors;
using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Specs.Actors;

/// <summary>A timer that tells on which core it elapsed, and when by that core's clock.</summary>
internal sealed class Alarm : TimerEntry
{
    public TaskCompletionSource<(Core? Core, long NowMs)> Elapsed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Waits for so long by the clock of a core, which is a single turn for it. Whatever was due there before has
    /// elapsed by then.
    /// </summary>
    public static async Task After(Core core, int ms)
    {
        var alarm = new Alarm();
        await core.Run(() =>
        {
            core.Schedule(alarm, ms);
            return true;
        });
        await alarm.Elapsed.Task;
    }

    protected internal override void OnElapsed() => Elapsed.SetResult((Core.Current, Core.Current!.NowMs));
}
