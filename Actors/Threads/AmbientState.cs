namespace Stryke.Web.Actors.Threads;

/// <summary>
/// What code on a core has put into <see cref="AsyncLocal{T}"/>s belongs to that message. Without this it would stay on the thread and
/// be seen by whatever the core does next, another user's request for one.
/// </summary>
internal static class AmbientState
{
    // A new thread begins without any.
    [ThreadStatic]
    private static ExecutionContext? s_none;

    /// <summary>To be called once when a core's thread begins.</summary>
    internal static void Begin() => s_none = ExecutionContext.Capture();

    /// <summary>Two reads when nothing was left behind.</summary>
    internal static void Forget()
    {
        var none = s_none;
        if (none is not null && !ReferenceEquals(ExecutionContext.Capture(), none))
            ExecutionContext.Restore(none);
    }
}
