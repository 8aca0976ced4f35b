using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Models;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Reads a type, and the types of its properties and items, into what their writers are made of.</summary>
/// <param name="app">The assembly of the app: what comes from it is never the framework's own.</param>
internal sealed class JsonTypeReader(IAssemblySymbol app)
{
    // A type that holds itself is read once; one whose arguments grow (a Box<Box<T>> in Box<T>) would never end.
    private const int MaxArgumentDepth = 10;

    private const string Ignore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    private const string Named = "System.Text.Json.Serialization.JsonPropertyNameAttribute";

    private static readonly string[] Values =
    [
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Uri",
    ];

    private readonly Dictionary<string, JsonType> _types = new(StringComparer.Ordinal);
    private ITypeSymbol? _root;
    private bool _isEndless;

    public IEnumerable<JsonType> Types => _types.Values;

    /// <summary>What cannot be written, and why; null when all can.</summary>
    public (string Type, string Why)? Problem { get; private set; }

    /// <summary>Reads a type; gives its name in full.</summary>
    public string Read(ITypeSymbol type)
    {
        _root ??= type;
        if (Problem is not null || IsEndless(type))
            return "";
        string name = NameOf(type);
        if (_types.ContainsKey(name))
            return name;
        _types[name] = new JsonType(name, JsonKind.Object, false, null, EquatableArray<JsonMember>.Empty); // a type may hold itself
        if (ReadShape(type, name) is { } shape)
            _types[name] = shape;
        return name;
    }

    private bool IsEndless(ITypeSymbol type)
    {
        if (ArgumentDepth(type) <= MaxArgumentDepth)
            return false;
        _isEndless = true;
        Fail(_root!, "it holds itself with ever larger type arguments, so its writers would have no end");
        return true;
    }

    private static int ArgumentDepth(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => ArgumentDepth(array.ElementType),
            INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => 1 + arguments.Max(ArgumentDepth),
            _ => 0,
        };

    private static string NameOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private JsonType? ReadShape(ITypeSymbol type, string name)
    {
        bool canBeNull = type.IsReferenceType;
        if (JsonComplaint.Of(type) is { } complaint)
            return Fail(type, complaint);
        if (type.TypeKind == TypeKind.Enum)
            return Plain(JsonKind.Enum, MembersOf(type));
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return new JsonType(name, JsonKind.Nullable, true, Read(nullable.TypeArguments[0]), EquatableArray<JsonMember>.Empty);
        if (IsValue(type))
            return Plain(JsonKind.Value, EquatableArray<JsonMember>.Empty);
        if (KnownTypes.Is(type, KnownTypes.Errors))
            return Plain(JsonKind.Errors, EquatableArray<JsonMember>.Empty);
        if (PersistenceNames.IsModel(type))
            return Plain(JsonKind.Record, EquatableArray<JsonMember>.Empty);
        if (type is IArrayTypeSymbol array)
            return List(JsonKind.Array, array.ElementType);
        var interfaces = type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? [self] : []).ToList();
        if (ItemOf(interfaces, "System.Collections.Generic.IEnumerable<T>") is { } item)
        {
            if (item is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair)
            {
                return pair.TypeArguments[0].SpecialType == SpecialType.System_String
                    ? List(JsonKind.Map, pair.TypeArguments[1])
                    : Fail(type, "the keys of a JSON object are strings");
            }

            bool isIndexed = ItemOf(interfaces, "System.Collections.Generic.IReadOnlyList<T>") is not null && type.IsReferenceType;
            return List(isIndexed ? JsonKind.Array : JsonKind.Sequence, item);
        }
        if (JsonComplaint.OfObject(type, app) is { } other)
            return Fail(type, other);
        return ReadObject(type, name, canBeNull);

        JsonType Plain(JsonKind kind, EquatableArray<JsonMember> members) => new(name, kind, canBeNull, null, members);
        JsonType List(JsonKind kind, ITypeSymbol of) => new(name, kind, canBeNull, Read(of), EquatableArray<JsonMember>.Empty);
    }

    private JsonType? ReadObject(ITypeSymbol type, string name, bool canBeNull)
    {
        var members = new List<JsonMember>();
        foreach (var t in Levels(type))
        {
            var own = new List<JsonMember>();
            foreach (var property in t.GetMembers().OfType<IPropertySymbol>().Where(IsWritten))
            {
                if (members.Any(m => m.Name == property.Name))
                    continue; // overridden or hidden further down
                own.Add(new JsonMember(JsonNameOf(property), property.Name, Read(property.Type)));
                if (Problem is { } problem)
                    return _isEndless ? null : Fail(type, $"{property.Name} is {problem.Type}, and {problem.Why}");
            }
            members.InsertRange(0, own);
        }
        return members.Count == 0
            ? Fail(type, "it has no public properties")
            : new JsonType(name, JsonKind.Object, canBeNull, null, members.ToEquatableArray());
    }

    /// <summary>The type and what it inherits, the framework's own left out.</summary>
    private IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
            return [type, .. type.AllInterfaces];
        var levels = new List<ITypeSymbol>();
        for (var t = type; t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; t = t.BaseType)
        {
            if (JsonComplaint.IsOfFramework(t, app))
                break;
            levels.Add(t);
        }
        return levels;
    }

    private static bool IsWritten(IPropertySymbol property) =>
        property
            is {
                DeclaredAccessibility: Accessibility.Public,
                IsStatic: false,
                IsIndexer: false,
                GetMethod.DeclaredAccessibility: Accessibility.Public
            }
        && !property.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, Ignore))
        && !JsonMark.IsSecret(property);

    private static string JsonNameOf(IPropertySymbol property)
    {
        var named = property.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, Named));
        return named?.ConstructorArguments.FirstOrDefault().Value as string ?? JsonMark.CamelCase(property.Name);
    }

    private static EquatableArray<JsonMember> MembersOf(ITypeSymbol type) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(f => f.HasConstantValue)
            .GroupBy(f => f.ConstantValue)
            .Select(g => g.First())
            .Select(f => new JsonMember(JsonMark.CamelCase(f.Name), f.Name, ""))
            .ToEquatableArray();

    private static ITypeSymbol? ItemOf(IEnumerable<INamedTypeSymbol> interfaces, string definition) =>
        interfaces.FirstOrDefault(i => i.OriginalDefinition.ToDisplayString() == definition)?.TypeArguments[0];

    /// <summary>What <c>JsonValueWriter.Value</c> takes; smaller whole numbers widen.</summary>
    private static bool IsValue(ITypeSymbol type) =>
        type.SpecialType
            is SpecialType.System_String
                or SpecialType.System_DateTime
                or SpecialType.System_Boolean
                or SpecialType.System_Char
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
        || type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte }
        || Values.Any(value => KnownTypes.Is(type, value));

    private JsonType? Fail(ITypeSymbol type, string why)
    {
        Problem = (type.IsAnonymousType ? "An anonymous type" : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), why);
        return null;
    }
}
