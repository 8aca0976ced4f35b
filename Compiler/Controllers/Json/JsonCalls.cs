using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>Finds the calls of <c>Json(…)</c> in controllers and the types that they write.</summary>
internal static class JsonCalls
{
    public static IncrementalValueProvider<EquatableArray<JsonGraph>> All(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Expression: var called } && NameOf(called) is { Identifier.ValueText: "Json" },
                static (syntax, cancel) => Read(syntax, cancel))
            .Where(static graph => graph is not null)
            .Collect()
            .Select(static (graphs, _) => graphs.Select(g => g!).ToEquatableArray());

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } => name,
        _ => null,
    };

    private static JsonGraph? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var call = (InvocationExpressionSyntax)syntax.Node;
        if (!IsInController(syntax, call, cancel)) return null;
        ArgumentSyntax argument = call.ArgumentList.Arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "value") ?? call.ArgumentList.Arguments[0];
        ITypeSymbol? type = NameOf(call.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types }
            ? syntax.SemanticModel.GetTypeInfo(types[0], cancel).Type
            : syntax.SemanticModel.GetTypeInfo(argument.Expression, cancel).Type;
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.TypeParameter } || HoldsUnknown(type)) return Wrong(argument, ControllersDiagnostics.JsonTypeUnknown);
        var reader = new JsonTypeReader();
        string root = reader.Read(type);
        if (reader.Problem is { } problem) return Wrong(argument, ControllersDiagnostics.JsonUnwritable, problem.Type, problem.Why);
        return new JsonGraph(root, reader.Types.OrderBy(t => t.TypeName, StringComparer.Ordinal).ToEquatableArray(), EquatableArray<DiagnosticInfo>.Empty);
    }

    private static bool IsInController(GeneratorSyntaxContext syntax, SyntaxNode call, CancellationToken cancel) =>
        call.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type
        && syntax.SemanticModel.GetDeclaredSymbol(type, cancel) is { } symbol
        && KnownTypes.Hierarchy(symbol).Count > 0;

    private static bool HoldsUnknown(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(a => a.TypeKind == TypeKind.Error || HoldsUnknown(a));

    private static JsonGraph Wrong(SyntaxNode where, DiagnosticDescriptor rule, params string[] arguments) => new(
        null, EquatableArray<JsonType>.Empty, new[] { DiagnosticInfo.At(SourceSpan.Of(where.GetLocation()), rule, arguments) }.ToEquatableArray());
}
