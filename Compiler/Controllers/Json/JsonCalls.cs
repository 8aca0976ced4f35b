using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Finds the calls of <c>Json(…)</c> in controllers and the types that they write.</summary>
internal static class JsonCalls
{
    public static IncrementalValueProvider<EquatableArray<JsonGraph>> All(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax call && IsOfValue(call),
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static graph => graph is not null)
            .Collect()
            .Select(static (graphs, _) => graphs.Select(g => g!).ToEquatableArray());

    /// <summary>The name that is called, when it can be a method of the controller itself.</summary>
    public static SimpleNameSyntax? NameOf(ExpressionSyntax called) =>
        called switch
        {
            SimpleNameSyntax name => name,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } => name,
            _ => null,
        };

    /// <summary>The value that is written.</summary>
    public static ArgumentSyntax ValueOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "value")
        ?? call.ArgumentList.Arguments[0];

    // With a list of columns it is a model, which writes itself.
    private static bool IsOfValue(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count > 0
        && NameOf(call.Expression) is { Identifier.ValueText: "Json" }
        && !call.ArgumentList.Arguments.Any(argument => argument.Expression is LambdaExpressionSyntax);

    private static JsonGraph? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var call = (InvocationExpressionSyntax)syntax.Node;
        if (!IsInController(syntax, call, cancel))
            return null;
        var type = NameOf(call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types }
            ? syntax.SemanticModel.GetTypeInfo(types[0], cancel).Type
            : syntax.SemanticModel.GetTypeInfo(ValueOf(call).Expression, cancel).Type;
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.TypeParameter } || HoldsUnknown(type))
            return JsonGraph.Unknown;
        var reader = new JsonTypeReader(syntax.SemanticModel.Compilation.Assembly);
        reader.Read(type);
        return reader.Problem is null
            ? new JsonGraph(reader.Types.OrderBy(t => t.TypeName, StringComparer.Ordinal).ToEquatableArray())
            : JsonGraph.Unknown;
    }

    private static bool IsInController(GeneratorSyntaxContext syntax, SyntaxNode call, CancellationToken cancel) =>
        call.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
        && syntax.SemanticModel.GetDeclaredSymbol(type, cancel) is INamedTypeSymbol symbol
        && KnownTypes.Hierarchy(symbol).Count > 0;

    private static bool HoldsUnknown(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType.TypeKind == TypeKind.Error || HoldsUnknown(array.ElementType),
            INamedTypeSymbol { TypeArguments: var arguments } => arguments.Any(a => a.TypeKind == TypeKind.Error || HoldsUnknown(a)),
            _ => false,
        };
}
