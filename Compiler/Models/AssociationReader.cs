using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads a property that is an association.</summary>
internal sealed class AssociationReader(INamedTypeSymbol owner, List<DiagnosticInfo> diagnostics)
{
    private const string BelongsToForm = "[BelongsTo] public partial Ref<…> {0} {{ get; }}";
    private const string HasManyForm = "[HasMany] public partial Many<…> {0} {{ get; }}";

    /// <summary>Whether the type or an attribute says that a property is one.</summary>
    public static bool IsAssociation(IPropertySymbol property) =>
        IsRef(property.Type) || IsMany(property.Type) || BelongsTo(property) is not null || HasMany(property) is not null;

    public AssociationProperty? Read(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        bool isMany = IsMany(property.Type) || (!IsRef(property.Type) && HasMany(property) is not null);
        var attribute = isMany ? HasMany(property) : BelongsTo(property);
        bool isDeclared =
            attribute is not null
            && property is { SetMethod: null, IsStatic: false }
            && (isMany ? IsMany(property.Type) : IsRef(property.Type));
        var target = isDeclared ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : null;
        if (target is not INamedTypeSymbol other || !PersistenceNames.IsModel(other))
        {
            if (!IsReportedElsewhere(property, target))
                ReportForm(property, syntax, diagnostics);
            return null;
        }
        string? key = PersistenceNames.Named(attribute!, "ForeignKey")?.Value as string;
        foreach ((string rule, var data) in PersistenceNames.Attributes(property, PersistenceNames.Validation))
        {
            var place = data.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? syntax.Identifier.GetLocation();
            string column = isMany ? "it is not a column" : $"it is not a column; {key ?? property.Name + "Id"} is";
            diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(place), ModelsDiagnostics.RuleDoesNotFit, rule, property.Name, column));
        }
        return isMany
            ? ReadMany(property, syntax, other, key ?? owner.Name + "Id", attribute!)
            : ReadRef(property, syntax, other, key ?? property.Name + "Id");
    }

    /// <summary>Says how an association is declared, where one is declared in another way.</summary>
    public static void ReportForm(IPropertySymbol property, PropertyDeclarationSyntax syntax, List<DiagnosticInfo> diagnostics)
    {
        bool isMany = IsMany(property.Type) || (!IsRef(property.Type) && HasMany(property) is not null);
        string form = string.Format(System.Globalization.CultureInfo.InvariantCulture, isMany ? HasManyForm : BelongsToForm, property.Name);
        var where = SourceSpan.Of(syntax.Identifier.GetLocation());
        diagnostics.Add(DiagnosticInfo.At(where, ModelsDiagnostics.AssociationMismatch, property.Name, form + ", where … is a model"));
    }

    /// <summary>Whether the cause has a diagnostic of its own: an attribute or a base class that does not exist.</summary>
    private static bool IsReportedElsewhere(IPropertySymbol property, ITypeSymbol? target) =>
        property.GetAttributes().Any(attribute => attribute.AttributeClass is { TypeKind: TypeKind.Error })
        || (target ?? (property.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
            is { TypeKind: TypeKind.Error }
                or { BaseType.TypeKind: TypeKind.Error };

    private AssociationProperty? ReadRef(IPropertySymbol property, PropertyDeclarationSyntax syntax, INamedTypeSymbol target, string key)
    {
        if (KeyOf(owner, key) is not { } column)
        {
            if (IsPlain(owner, key))
                return null;
            Report(syntax.Identifier, ModelsDiagnostics.ForeignKeyMissing, owner.Name, target.Name, key, Suggestion(owner, key));
            return null;
        }
        bool isOptional = target.NullableAnnotation == NullableAnnotation.Annotated;
        if (column.IsNullable != isOptional)
        {
            Report(
                syntax.Identifier,
                ModelsDiagnostics.OptionalMismatch,
                key,
                column.Declared,
                property.Name,
                column.IsNullable ? $"Ref<{target.Name}?>" : $"Ref<{target.Name}>"
            );
            return null;
        }
        return Make(property, syntax, target, key, isMany: false, isOptional, "Restrict");
    }

    private AssociationProperty? ReadMany(
        IPropertySymbol property,
        PropertyDeclarationSyntax syntax,
        INamedTypeSymbol target,
        string key,
        AttributeData attribute
    )
    {
        if (KeyOf(target, key) is null)
        {
            if (IsPlain(target, key))
                return null;
            Report(syntax.Identifier, ModelsDiagnostics.TargetForeignKeyMissing, owner.Name, target.Name, key, Suggestion(target, key));
            return null;
        }
        string dependent = (PersistenceNames.Named(attribute, "Dependent")?.Value as int?) switch
        {
            1 => "Destroy",
            2 => "DeleteAll",
            _ => "Restrict",
        };
        return Make(property, syntax, target, key, isMany: true, isOptional: false, dependent);
    }

    private static AssociationProperty Make(
        IPropertySymbol property,
        PropertyDeclarationSyntax syntax,
        INamedTypeSymbol target,
        string key,
        bool isMany,
        bool isOptional,
        string dependent
    )
    {
        string name = target
            .WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new AssociationProperty(
            property.Name,
            isMany,
            property.Type.ToDisplayString(KnownTypes.Qualified),
            name,
            name + "Table",
            key,
            isOptional,
            dependent,
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text))
        )
        {
            JsonName = JsonMark.NameOf(property),
            Json = JsonMark.UseOf(property, kind: null),
        };
    }

    /// <summary>The type of a column that can hold an id; null when there is no such column.</summary>
    private static ColumnType? KeyOf(INamedTypeSymbol model, string name) =>
        model
            .GetMembers(name)
            .OfType<IPropertySymbol>()
            .Where(property => property.IsPartialDefinition)
            .Select(property => ColumnReader.TypeOf(property.Type))
            .FirstOrDefault(type => type?.Kind == ColumnKind.Long);

    /// <summary>Whether the id is there and is not a column, which its own model is told.</summary>
    private static bool IsPlain(INamedTypeSymbol model, string name) =>
        model.GetMembers(name).OfType<IPropertySymbol>().Any(property => !property.IsPartialDefinition);

    private static string Suggestion(INamedTypeSymbol model, string key)
    {
        var ids = model
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Select(property => property.Name)
            .Where(name => KeyOf(model, name) is not null);
        return NearestName.Of(key, ids) is { } nearest ? $" (did you mean '{nearest}'?)" : "";
    }

    private static bool IsRef(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } && PersistenceNames.Is(type, PersistenceNames.Namespace, "Ref");

    private static bool IsMany(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } && PersistenceNames.Is(type, PersistenceNames.Namespace, "Many");

    private static AttributeData? BelongsTo(IPropertySymbol property) =>
        PersistenceNames.Attribute(property, PersistenceNames.Namespace, "BelongsTo");

    private static AttributeData? HasMany(IPropertySymbol property) =>
        PersistenceNames.Attribute(property, PersistenceNames.Namespace, "HasMany");

    private void Report(SyntaxToken where, DiagnosticDescriptor rule, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(where.GetLocation()), rule, arguments));
}
