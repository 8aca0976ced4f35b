namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a property or a field of a model that is not <c>partial</c> as not being a column: it is neither read from the database nor saved.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotMappedAttribute : Attribute;
