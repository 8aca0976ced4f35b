namespace Stryke.Web.Actors.Tracing;

/// <summary>
/// The trace of the work that this code is part of. It follows awaits, whichever thread they come back on. Setting it
/// allocates, so it is kept only for those who look at it: observers of queries, and the log of queries.
/// </summary>
public static class CurrentTrace
{
    private static readonly AsyncLocal<TraceContext> Flow = new();

    /// <summary>
    /// The trace; no valid one where nobody follows traces, or outside of a request and a job. Whoever sets it sets it for what
    /// is called from there on.
    /// </summary>
    public static TraceContext Value
    {
        get => Flow.Value;
        set
        {
            if (Flow.Value != value)
                Flow.Value = value;
        }
    }
}
