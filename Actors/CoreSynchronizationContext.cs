namespace Stryke.Web.Actors;

/// <summary>Brings every continuation of an <c>await</c> back to the core that it left.</summary>
internal sealed class CoreSynchronizationContext(Core core) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => core.Post(d, state);

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Core.Current == core)
        {
            d(state);
            return;
        }
        // A caller that insists on waiting is some other thread; the result or the fault goes back to it.
        core.Run(() =>
            {
                d(state);
                return true;
            })
            .GetAwaiter()
            .GetResult();
    }

    public override SynchronizationContext CreateCopy() => this;
}
