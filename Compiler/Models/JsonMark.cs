using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads whether and under which name a property of a model is written as JSON.</summary>
internal static class JsonMark
{
    private const string Serialization = "System.Text.Json.Serialization";

    /// <summary>What <c>[JsonPropertyName]</c> says, else the property in camelCase.</summary>
    public static string NameOf(IPropertySymbol property) =>
        PersistenceNames.Attribute(property, Serialization, "JsonPropertyName")?.ConstructorArguments.FirstOrDefault().Value as string
        ?? CamelCase(property.Name);

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <param name="property">The property.</param>
    /// <param name="kind">What it holds, when it is a column.</param>
    public static JsonUse UseOf(IPropertySymbol property, ColumnKind? kind)
    {
        if (property.DeclaredAccessibility != Accessibility.Public || property.GetMethod?.DeclaredAccessibility != Accessibility.Public)
            return JsonUse.Hidden;
        if (IsSecret(property))
            return JsonUse.Secret;
        bool isLeftOut =
            PersistenceNames.Attribute(property, Serialization, "JsonIgnore") is not null
            || (kind is { } some && SecretNames.IsSecret(property.Name, some));
        return isLeftOut ? JsonUse.Listed : JsonUse.Written;
    }

    public static bool IsSecret(IPropertySymbol property) =>
        PersistenceNames.Attribute(property, PersistenceNames.Namespace, "Secret") is not null;
}
