using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads one model.</summary>
internal sealed class ModelReader(INamedTypeSymbol type, ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancel)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly List<ColumnProperty> _columns = [];
    private readonly List<AssociationProperty> _associations = [];
    private readonly List<StubProperty> _stubs = [];

    public ParsedModel Read()
    {
        bool canGenerate = CheckClass();
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>()) Read(property);
        CallbackMethod[] callbacks = [.. new CallbackReader(_diagnostics).Read(type, cancel)];
        if (!canGenerate) return new ParsedModel(null, null, _diagnostics.ToEquatableArray());

        AttributeData? table = PersistenceNames.Attribute(type, PersistenceNames.Namespace, "Table");
        var model = new ModelDeclaration(
            type.Name,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.DeclaredAccessibility == Accessibility.Public,
            table?.ConstructorArguments.FirstOrDefault().Value as string ?? Naming.SnakeCase(Inflector.Pluralize(type.Name)),
            table is null ? null : PersistenceNames.Named(table, "Timestamps")?.Value as bool?,
            HasConstructor: type.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: false, Parameters.Length: 0 }),
            TakesRequestData: compilation.GetTypeByMetadataName(PersistenceNames.Permitted) is not null,
            _columns.ToEquatableArray(),
            _associations.ToEquatableArray(),
            callbacks.ToEquatableArray(),
            _stubs.ToEquatableArray(),
            FinderEmitter.Names.Concat(Timestamps.Names).Where(name => !type.GetMembers(name).IsEmpty).ToEquatableArray())
        {
            WritesJson = compilation.GetTypeByMetadataName(PersistenceNames.JsonRecord) is not null,
        };
        return new ParsedModel(model, SourceSpan.Of(declaration.Identifier.GetLocation()), _diagnostics.ToEquatableArray());
    }

    private bool CheckClass()
    {
        if (type.ContainingType is not null || type.IsGenericType)
        {
            Report(declaration.Identifier.GetLocation(), ModelsDiagnostics.BadPlace, type.Name,
                type.IsGenericType ? "it has type parameters" : $"it stands inside {type.ContainingType!.Name}");
            return false;
        }
        bool isPartial = declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
        if (!isPartial || !type.IsSealed) Report(declaration.Identifier.GetLocation(), ModelsDiagnostics.NotPartialOrSealed, type.Name);
        return isPartial;
    }

    private void Read(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is not PropertyDeclarationSyntax syntax) return;
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            CheckIsNoColumn(property, syntax);
            return;
        }
        int before = _diagnostics.Count;
        if (AssociationReader.IsAssociation(property))
        {
            if (new AssociationReader(type, _diagnostics).Read(property, syntax) is { } association) _associations.Add(association);
        }
        else if (new ColumnReader(_diagnostics, compilation).Read(property, syntax) is { } column)
        {
            _columns.Add(column);
        }
        if (_diagnostics.Count > before && !IsRead(property.Name)) _stubs.Add(Stub(property, syntax));
    }

    private bool IsRead(string name) => _columns.Any(column => column.Name == name) || _associations.Any(association => association.Name == name);

    private void CheckIsNoColumn(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        (string Name, AttributeData Data) rule = PersistenceNames.Attributes(property, PersistenceNames.Validation)
            .Concat(PersistenceNames.Attributes(property, PersistenceNames.Namespace)).FirstOrDefault();
        if (rule.Name is null) return;
        Report(syntax.Identifier.GetLocation(), ModelsDiagnostics.RuleNotOnColumn, property.Name, rule.Name);
    }

    private void Report(Location where, DiagnosticDescriptor rule, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(where), rule, arguments));

    private static StubProperty Stub(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        string name = property.Type.ToDisplayString(Controllers.KnownTypes.Qualified);
        IEnumerable<string> accessors = syntax.AccessorList?.Accessors.Select(
            accessor => string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " ")) + accessor.Keyword.Text) ?? ["get"];
        return new StubProperty($"{syntax.Modifiers.ToString().Trim()} {name} {property.Name}", string.Join(" ", accessors.Select(accessor => accessor + ";")));
    }
}
