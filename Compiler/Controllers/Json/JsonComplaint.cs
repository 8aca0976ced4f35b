using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Why a type cannot be written as JSON, as the end of a sentence.</summary>
internal static class JsonComplaint
{
    /// <summary>What holds for every type.</summary>
    public static string? Of(ITypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Error } => "it is not known",
            { IsAnonymousType: true } => "generated code cannot name an anonymous type; write a record",
            { IsTupleType: true } => "a tuple has no names at run time; write a record",
            { SpecialType: SpecialType.System_Object } => "its type is object; use a specific type",
            { TypeKind: TypeKind.Dynamic } => "a dynamic can be anything; say what it is",
            { TypeKind: TypeKind.Delegate } => "it is code",
            { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "it is an address",
            { TypeKind: TypeKind.TypeParameter } => "it is a type parameter",
            { IsRefLikeType: true } => "it lives on the stack only",
            IArrayTypeSymbol { Rank: > 1 } => "it has more than one dimension",
            _ when IsUnseen(type) => "generated code cannot access it; make it internal or public",
            _ => null,
        };

    /// <summary>What holds for a type that is no list: it would be written property by property.</summary>
    /// <param name="type">The type.</param>
    /// <param name="app">The assembly of the app.</param>
    public static string? OfObject(ITypeSymbol type, IAssemblySymbol app)
    {
        if (IsAwaitable(type))
            return "it is a task; await it first";
        if (KnownTypes.Is(type, KnownTypes.Model))
            return "a model can be any; say which, or write a record";
        return IsOfFramework(type, app) ? "it is a type of the framework; write a record of what the client needs" : null;
    }

    public static bool IsOfFramework(ITypeSymbol type, IAssemblySymbol app) =>
        type.ContainingAssembly is { } assembly
        && assembly.Name.StartsWith("Stryke.Web.", StringComparison.Ordinal)
        && !SymbolEqualityComparer.Default.Equals(assembly, app);

    private static bool IsUnseen(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return true;
        }
        return false;
    }

    private static bool IsAwaitable(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers("GetAwaiter").OfType<IMethodSymbol>().Any(method => method is { IsStatic: false, Parameters.Length: 0 }))
                return true;
        }
        return false;
    }
}
