namespace Stryke.Web.Compiler.Controllers;

/// <summary>How an action or a filter hands over what it has: at once, as a task, and a result or none.</summary>
internal enum ResultShape
{
    /// <summary><c>void</c></summary>
    Nothing,

    /// <summary><c>Result</c> of an action, <c>Result?</c> of a filter.</summary>
    Value,

    /// <summary><c>Task</c> or <c>ValueTask</c></summary>
    Awaited,

    /// <summary><c>Task&lt;Result&gt;</c>, of a filter <c>Task&lt;Result?&gt;</c></summary>
    Task,

    /// <summary><c>ValueTask&lt;Result&gt;</c>, of a filter <c>ValueTask&lt;Result?&gt;</c></summary>
    ValueTask,
}
