using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads one model.</summary>
internal sealed class ModelReader(
    INamedTypeSymbol type,
    ClassDeclarationSyntax declaration,
    Compilation compilation,
    CancellationToken cancel
)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly List<ColumnProperty> _columns = [];
    private readonly List<AssociationProperty> _associations = [];
    private readonly List<StubProperty> _stubs = [];
    private readonly List<ErrorMember> _errorMembers = [];
    private MisspeltTypeReader _misspelt = null!;

    public ParsedModel Read()
    {
        _misspelt = new MisspeltTypeReader(compilation, type, _diagnostics);
        bool canGenerate = CheckClass();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            Read(property);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (new PlainPropertyReader(_diagnostics).IsMeantAsColumn(field))
                _errorMembers.Add(ErrorMemberReader.Read(type, field, field.Type));
        }
        bool leavesUnset = !HasConstructor && new InitialValueReader(_diagnostics, cancel).Read(type, _errorMembers);
        CallbackMethod[] callbacks = [.. new CallbackReader(_diagnostics).Read(type, cancel)];
        if (!canGenerate)
            return new ParsedModel(null, null, _diagnostics.ToEquatableArray()) { Misplaced = Misplaced() };

        var table = PersistenceNames.Attribute(type, PersistenceNames.Namespace, "Table");
        var model = new ModelDeclaration(
            type.Name,
            Space,
            type.DeclaredAccessibility == Accessibility.Public,
            table?.ConstructorArguments.FirstOrDefault().Value as string ?? Naming.SnakeCase(Inflector.Pluralize(type.Name)),
            table is null ? null : PersistenceNames.Named(table, "Timestamps")?.Value as bool?,
            HasConstructor,
            TakesRequestData: compilation.GetTypeByMetadataName(PersistenceNames.Permitted) is not null,
            _columns.ToEquatableArray(),
            _associations.ToEquatableArray(),
            callbacks.ToEquatableArray(),
            _stubs.ToEquatableArray(),
            _errorMembers.ToEquatableArray(),
            FinderEmitter.Names.Concat(Timestamps.Names).Where(name => !type.GetMembers(name).IsEmpty).ToEquatableArray()
        )
        {
            LeavesUnset = leavesUnset,
            HasBase = type.BaseType is not { TypeKind: TypeKind.Error },
            WritesJson = compilation.GetTypeByMetadataName(PersistenceNames.JsonRecord) is not null,
        };
        return new ParsedModel(model, SourceSpan.Of(declaration.Identifier.GetLocation()), _diagnostics.ToEquatableArray())
        {
            MisspeltTypes = _misspelt.Found.ToEquatableArray(),
        };
    }

    private string Space => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    private bool HasConstructor =>
        type.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: false, Parameters.Length: 0 });

    private bool CheckClass()
    {
        if (type.ContainingType is not null || type.IsGenericType)
        {
            Report(
                declaration.Identifier.GetLocation(),
                ModelsDiagnostics.BadPlace,
                type.Name,
                type.IsGenericType ? "it has type parameters" : $"it is nested in {type.ContainingType!.Name}"
            );
            return false;
        }
        // When 'partial' is missing, C# says so of the half that is written all the same (CS0260).
        bool isPartial = declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
        if (isPartial && !type.IsSealed)
            Report(declaration.Identifier.GetLocation(), ModelsDiagnostics.NotSealed, type.Name);
        return true;
    }

    private MisplacedModel? Misplaced()
    {
        var headers = TypeHeaders.Of(declaration);
        if (headers.Count == 0)
            return null;
        var stubs = type.GetMembers()
            .OfType<IPropertySymbol>()
            .Select(property =>
                property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is PropertyDeclarationSyntax { } syntax
                && property.IsPartialDefinition
                    ? StubProperty.Of(property, syntax)
                    : null
            )
            .OfType<StubProperty>();
        return new MisplacedModel(type.Name, Space, headers, stubs.ToEquatableArray());
    }

    private void Read(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is not PropertyDeclarationSyntax syntax)
            return;
        bool isAssociation = AssociationReader.IsAssociation(property);
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            bool isMeant = new PlainPropertyReader(_diagnostics).IsMeantAsColumn(property, syntax, isAssociation);
            if (isMeant)
                _errorMembers.Add(ErrorMemberReader.Read(type, property, property.Type));
            return;
        }
        if (IsRead(property.Name))
            return; // declared twice, which C# says
        if (MisspeltTypeReader.UnknownIn(property.Type) is { } unknown)
        {
            // When it is left to C#, it says so of the author's half; another half would have it say so twice.
            if (_misspelt.Read(property, syntax, unknown) is not { } errorMember)
                return;
            _errorMembers.Add(errorMember);
            _stubs.Add(StubProperty.Of(property, syntax));
            return;
        }
        if (isAssociation)
        {
            if (new AssociationReader(type, _diagnostics).Read(property, syntax) is { } association)
                _associations.Add(association);
        }
        else if (new ColumnReader(_diagnostics, compilation).Read(property, syntax) is { } column)
        {
            _columns.Add(column);
        }
        if (IsRead(property.Name))
            return;
        _stubs.Add(StubProperty.Of(property, syntax));
        if (property.Name != "Id")
            _errorMembers.Add(ErrorMemberReader.Read(type, property, property.Type));
    }

    private bool IsRead(string name) =>
        _columns.Any(column => column.Name == name)
        || _associations.Any(association => association.Name == name)
        || _errorMembers.Any(errorMember => errorMember.Name == name);

    private void Report(Location where, DiagnosticDescriptor rule, params string[] arguments) =>
        _diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(where), rule, arguments));
}
