namespace Stryke.Web.Persistence.Validation;

/// <summary>Marks a method without parameters that checks a rule of its own and adds to <see cref="Model.Errors"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidateAttribute : Attribute;
