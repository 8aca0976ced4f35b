namespace Stryke.Web.Persistence;

/// <summary>Marks a method without parameters that runs after INSERT, in the same transaction.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AfterCreateAttribute : Attribute;
