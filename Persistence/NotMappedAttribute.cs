namespace Stryke.Web.Persistence;

/// <summary>
/// Says of a property (or a field) of a model that holds a value and is not <c>partial</c> that it is meant to be no column: it lives as long as
/// the object, and is neither read from the database nor saved.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotMappedAttribute : Attribute;
