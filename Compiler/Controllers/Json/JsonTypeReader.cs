using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Reads a type, and the types of its properties and items, into what their writers are made of.</summary>
internal sealed class JsonTypeReader
{
    private const string Ignore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    private const string Named = "System.Text.Json.Serialization.JsonPropertyNameAttribute";

    private readonly Dictionary<string, JsonType> _types = new(StringComparer.Ordinal);

    public IEnumerable<JsonType> Types => _types.Values;

    /// <summary>What cannot be written, and why; null when all can.</summary>
    public (string Type, string Why)? Problem { get; private set; }

    /// <summary>Reads a type; gives its name in full.</summary>
    public string Read(ITypeSymbol type)
    {
        string name = NameOf(type);
        if (_types.ContainsKey(name) || Problem is not null) return name;
        _types[name] = new JsonType(name, JsonKind.Object, false, null, EquatableArray<JsonMember>.Empty);   // a type may hold itself
        if (ReadShape(type, name) is { } shape) _types[name] = shape;
        return name;
    }

    private static string NameOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private JsonType? ReadShape(ITypeSymbol type, string name)
    {
        bool canBeNull = type.IsReferenceType;
        if (type.TypeKind == TypeKind.Enum) return Plain(JsonKind.Enum, MembersOf(type));
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return new JsonType(name, JsonKind.Nullable, true, Read(nullable.TypeArguments[0]), EquatableArray<JsonMember>.Empty);
        if (PrimitiveOf(type) is { } primitive) return Plain(primitive, EquatableArray<JsonMember>.Empty);
        if (type is IArrayTypeSymbol { Rank: 1 } array) return List(JsonKind.Array, array.ElementType);
        if (Complaint(type) is { } complaint) return Fail(type, complaint);
        var interfaces = type.AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? [self] : []).ToList();
        if (ItemOf(interfaces, "System.Collections.Generic.IEnumerable<T>") is { } item)
        {
            if (item is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } pair)
                return pair.TypeArguments[0].SpecialType == SpecialType.System_String
                    ? List(JsonKind.Map, pair.TypeArguments[1])
                    : Fail(type, "the keys of a JSON object are strings");
            bool isIndexed = ItemOf(interfaces, "System.Collections.Generic.IReadOnlyList<T>") is not null && type.IsReferenceType;
            return List(isIndexed ? JsonKind.Array : JsonKind.Sequence, item);
        }
        return ReadObject(type, name, canBeNull);

        JsonType Plain(JsonKind kind, EquatableArray<JsonMember> members) => new(name, kind, canBeNull, null, members);
        JsonType List(JsonKind kind, ITypeSymbol of) => new(name, kind, canBeNull, Read(of), EquatableArray<JsonMember>.Empty);
    }

    private JsonType? ReadObject(ITypeSymbol type, string name, bool canBeNull)
    {
        var members = new List<JsonMember>();
        for (ITypeSymbol? t = type; t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); t = t.BaseType)
        {
            var own = new List<JsonMember>();
            foreach (IPropertySymbol property in t.GetMembers().OfType<IPropertySymbol>().Where(IsWritten))
            {
                if (members.Any(m => m.Name == property.Name)) continue;   // overridden or hidden further down
                own.Add(new JsonMember(JsonNameOf(property), property.Name, Read(property.Type)));
                if (Problem is { } problem) return Fail(type, problem.Why == "" ? "" : $"{property.Name} is {problem.Type}, and {problem.Why}");
            }
            members.InsertRange(0, own);
        }
        return members.Count == 0 ? Fail(type, "it has no public properties") : new JsonType(name, JsonKind.Object, canBeNull, null, members.ToEquatableArray());
    }

    private static bool IsWritten(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !property.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, Ignore));

    private static string JsonNameOf(IPropertySymbol property)
    {
        AttributeData? named = property.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, Named));
        return named?.ConstructorArguments.FirstOrDefault().Value as string ?? CamelCase(property.Name);
    }

    private static EquatableArray<JsonMember> MembersOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)
        .GroupBy(f => f.ConstantValue).Select(g => g.First())
        .Select(f => new JsonMember(CamelCase(f.Name), f.Name, "")).ToEquatableArray();

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static ITypeSymbol? ItemOf(IEnumerable<INamedTypeSymbol> interfaces, string definition) =>
        interfaces.FirstOrDefault(i => i.OriginalDefinition.ToDisplayString() == definition)?.TypeArguments[0];

    private static JsonKind? PrimitiveOf(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_DateTime:
                return JsonKind.String;
            case SpecialType.System_Boolean:
                return JsonKind.Bool;
            case SpecialType.System_Char:
                return JsonKind.Formatted;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return JsonKind.Number;
        }
        if (KnownTypes.Is(type, "System.Guid") || KnownTypes.Is(type, "System.DateTimeOffset")) return JsonKind.String;
        bool isFormatted = KnownTypes.Is(type, "System.DateOnly") || KnownTypes.Is(type, "System.TimeOnly") || KnownTypes.Is(type, "System.TimeSpan") || KnownTypes.Is(type, "System.Uri");
        return isFormatted ? JsonKind.Formatted : null;
    }

    private static string? Complaint(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => "it is not known",
        { IsAnonymousType: true } => "generated code cannot name an anonymous type; write a record",
        { IsTupleType: true } => "the names of a tuple are not there at run time; write a record",
        { SpecialType: SpecialType.System_Object } => "an object can be anything; say what it is",
        { TypeKind: TypeKind.Dynamic } => "a dynamic can be anything; say what it is",
        { TypeKind: TypeKind.Delegate } => "it is code",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "it is an address",
        { TypeKind: TypeKind.TypeParameter } => "it is a type parameter",
        { IsRefLikeType: true } => "it lives on the stack only",
        IArrayTypeSymbol => "it has more than one dimension",
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal } => "generated code cannot see it; make it internal or public",
        _ when type.ContainingNamespace?.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal) == true => "it is something that runs; await it first",
        _ => null,
    };

    private JsonType? Fail(ITypeSymbol type, string why)
    {
        Problem = (type.IsAnonymousType ? "An anonymous type" : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), why);
        return null;
    }
}
