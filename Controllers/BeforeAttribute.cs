namespace Stryke.Web.Controllers;

/// <summary>
/// Marks a method that runs before the actions of its controller and of those below it. One that returns <c>Result?</c>, at once or as a
/// task, may answer in the action's place; null lets it go on. Filters of a base run first, each class's in the order they are written.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeforeAttribute : Attribute
{
    /// <summary>The actions that it is for, by name; all when absent.</summary>
    public string[] Only { get; set; } = [];

    /// <summary>The actions that it is not for, by name.</summary>
    public string[] Except { get; set; } = [];
}
