using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Forms;

/// <summary>Finds the models of the app.</summary>
internal static class FormModels
{
    private const string Base = "Stryke.Web.Persistence.Model";

    public static IncrementalValueProvider<EquatableArray<FormModel>> In(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) =>
                    node
                        is ClassDeclarationSyntax { BaseList.Types.Count: > 0, TypeParameterList: null, Parent: not TypeDeclarationSyntax },
                static (found, cancel) => Read(found.SemanticModel.GetDeclaredSymbol(found.Node, cancel) as INamedTypeSymbol)
            )
            .Where(static model => model is not null)
            .Collect()
            .Select(
                static (models, _) =>
                    models.Select(model => model!).Distinct().OrderBy(model => model.Name, StringComparer.Ordinal).ToEquatableArray()
            )
            .WithTrackingName(TrackingNames.Models);

    private static FormModel? Read(INamedTypeSymbol? type)
    {
        if (type is null || type.IsAbstract)
            return null;
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.ToDisplayString() != Base)
                continue;
            return new FormModel(
                type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
                type.Name,
                type.GetMembers().OfType<IPropertySymbol>().Select(EnumOf).OfType<FormEnum>().Distinct().ToEquatableArray()
            );
        }
        return null;
    }

    private static FormEnum? EnumOf(IPropertySymbol property)
    {
        if (property.IsStatic || property.SetMethod is null)
            return null;
        bool isOptional = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = isOptional ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
        if (type.TypeKind != TypeKind.Enum || !IsVisible(type) || type.GetAttributes().Any(IsFlags))
            return null;

        // Of several names for one value, ToString has the first.
        var members = type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .GroupBy(field => field.ConstantValue)
            .Select(names => names.First().Name);
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new FormEnum(isOptional ? name + "?" : name, isOptional, members.ToEquatableArray());
    }

    // The form is a class beside the model.
    private static bool IsVisible(ITypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && (type.ContainingType is null || IsVisible(type.ContainingType));

    private static bool IsFlags(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" };
}
