namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a method without parameters that runs before the rules are checked. One that returns <c>bool</c> or <c>Task&lt;bool&gt;</c>
/// refuses with false.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BeforeValidationAttribute : Attribute;
