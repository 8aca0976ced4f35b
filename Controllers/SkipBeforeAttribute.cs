namespace Stryke.Web.Controllers;

/// <summary>
/// Leaves out a filter that a base marks with <see cref="BeforeAttribute"/>: on a class for its actions and those of the classes below it,
/// on an action for that action. <c>[SkipBefore(nameof(RequireLogin), Only = [nameof(Index)])]</c>.
/// </summary>
/// <param name="filter">The method; <c>nameof</c> where it can be seen, its name as a text where it is private.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SkipBeforeAttribute(string filter) : Attribute
{
    /// <summary>The method that does not run.</summary>
    public string Filter { get; } = filter;

    /// <summary>On a class: the actions that it is left out for, by name; all when absent.</summary>
    public string[] Only { get; set; } = [];

    /// <summary>On a class: the actions that it is not left out for, by name.</summary>
    public string[] Except { get; set; } = [];
}
