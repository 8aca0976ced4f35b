namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a method without parameters that runs before the row and what depends on it are deleted. One that returns <c>bool</c> or
/// <c>Task&lt;bool&gt;</c> refuses with false.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeforeDestroyAttribute : Attribute;
