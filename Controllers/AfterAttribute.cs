namespace Stryke.Web.Controllers;

/// <summary>
/// Marks a method that runs after the actions of its controller and of those below it, before their result is written. It returns
/// <c>void</c>, <c>Task</c> or <c>ValueTask</c>. It does not run when a filter answered or the action threw. The last one written runs
/// first, those of a base at the end.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>The actions that it is for, by name; all when absent.</summary>
    public string[] Only { get; set; } = [];

    /// <summary>The actions that it is not for, by name.</summary>
    public string[] Except { get; set; } = [];
}
