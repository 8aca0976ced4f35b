using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Attributes;

/// <summary>
/// Reads attributes in classes that derive from the framework's, and finds those that do not exist but are near one that does, or are what
/// another framework calls it. Any other unknown attribute is left to C#.
/// </summary>
internal static class AttributeReader
{
    private const string Suffix = "Attribute";
    private const string Routes = "routes are written in config/Routes.cs";

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Required"] = Instead("Presence"),
        ["StringLength"] = Instead("Length"),
        ["MaxLength"] = Instead("Length"),
        ["MinLength"] = Instead("Length"),
        ["Range"] = Instead("Numericality"),
        ["RegularExpression"] = Instead("Format"),
        ["Unique"] = Instead("Uniqueness"),
        ["AllowedValues"] = Instead("Inclusion"),
        ["BeforeAction"] = Instead("Before"),
        ["BeforeFilter"] = Instead("Before"),
        ["AfterAction"] = Instead("After"),
        ["AfterFilter"] = Instead("After"),
        ["Route"] = Routes,
        ["HttpGet"] = Routes,
        ["HttpPost"] = Routes,
        ["HttpPut"] = Routes,
        ["HttpPatch"] = Routes,
        ["HttpDelete"] = Routes,
    };

    public static UnknownAttribute? Read(GeneratorSyntaxContext context, CancellationToken cancel)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Name is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return null;
        if (context.SemanticModel.GetTypeInfo(attribute, cancel).Type is not { TypeKind: TypeKind.Error })
            return null;
        if (!IsOurs(attribute, context.SemanticModel, cancel))
            return null;
        if (AdviceOn(name, attribute, context.SemanticModel) is not { } advice)
            return null;
        var arguments =
            attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is not null).Select(Declaration).Distinct() ?? [];
        return new UnknownAttribute(name, advice, arguments.ToEquatableArray(), SourceSpan.Of(attribute.Name.GetLocation()));
    }

    private static string Declaration(AttributeArgumentSyntax argument) =>
        $"{(IsList(argument.Expression) ? "string[]?" : "object?")} {argument.NameEquals!.Name.Identifier.ValueText}";

    /// <summary>Whether it stands on or in a class that derives from one of the framework's, as far as its bases are known.</summary>
    private static bool IsOurs(AttributeSyntax attribute, SemanticModel model, CancellationToken cancel)
    {
        if (attribute.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration)
            return false;
        for (var type = model.GetDeclaredSymbol(declaration, cancel) as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (IsOurs(type.ContainingNamespace) && !type.Locations[0].IsInSource)
                return true;
        }
        return false;
    }

    private static bool IsOurs(INamespaceSymbol? space) =>
        space?.ToDisplayString().StartsWith("Stryke.Web", StringComparison.Ordinal) == true;

    private static string? AdviceOn(string name, AttributeSyntax attribute, SemanticModel model)
    {
        string written = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        if (Elsewhere.TryGetValue(written, out string? advice))
            return advice;
        IEnumerable<string> known = model
            .LookupNamespacesAndTypes(attribute.SpanStart)
            .OfType<ITypeSymbol>()
            .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal) && IsOurs(type.ContainingNamespace))
            .Select(type => type.Name.Substring(0, type.Name.Length - Suffix.Length))
            .OrderBy(one => one, StringComparer.Ordinal);
        return NearestName.Of(written, known) is { } nearest ? Instead(nearest) : null;
    }

    private static string Instead(string name) => $"did you mean [{name}]?";

    private static bool IsList(ExpressionSyntax expression) =>
        expression is CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax;
}
