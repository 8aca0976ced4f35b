using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models.Uses;

/// <summary>
/// Reads what a lambda asks of the columns that it is given. The methods of queries are generated and not there yet, so whose columns they
/// are is found at the root of the chain of calls: the model, a query, a list. What is not certain is left to C#.
/// </summary>
internal sealed class LambdaReader(SemanticModel semantics, CancellationToken cancel)
{
    private const string Query = "Query";

    public IEnumerable<ColumnUse> Read(LambdaExpressionSyntax lambda)
    {
        if (ParameterOf(lambda) is not { } parameter || lambda.Parent?.Parent?.Parent is not InvocationExpressionSyntax call)
            yield break;
        var uses = lambda
            .Body.DescendantNodesAndSelf()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == parameter)
            .Where(access => access.Parent is not InvocationExpressionSyntax)
            .ToList();
        if (uses.Count == 0 || OwnerOf(call) is not { } model)
            yield break;
        foreach (var use in uses)
            yield return new ColumnUse(model, use.Name.Identifier.ValueText, SourceSpan.Of(use.Name.GetLocation()));
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) =>
        lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } list } => list[0].Identifier.ValueText,
            _ => null,
        };

    /// <summary>The model whose query or class is called; null when the method is one that exists by itself.</summary>
    private string? OwnerOf(InvocationExpressionSyntax call)
    {
        var called = semantics.GetSymbolInfo(call, cancel);
        if (called.Symbol is not null || called.CandidateSymbols.Length > 0)
            return null;
        return call.Expression switch
        {
            MemberAccessExpressionSyntax access => ModelOf(access.Expression),
            IdentifierNameSyntax => ModelAround(call),
            _ => null,
        };
    }

    private string? ModelOf(ExpressionSyntax expression)
    {
        if (expression is ParenthesizedExpressionSyntax inner)
            return ModelOf(inner.Expression);
        if (expression is ThisExpressionSyntax)
            return ModelAround(expression);
        if (expression is InvocationExpressionSyntax call)
            return TypeModel(semantics.GetTypeInfo(call, cancel).Type) ?? OwnerOf(call);
        if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;

        var symbol = semantics.GetSymbolInfo(expression, cancel).Symbol;
        if (symbol is INamedTypeSymbol type)
            return PersistenceNames.IsModel(type) ? type.Name : null;
        if (symbol is ILocalSymbol { Type.TypeKind: TypeKind.Error } local)
            return TypeModel(local.Type) ?? ModelOf(local);
        if (symbol is not null)
            return TypeModel(semantics.GetTypeInfo(expression, cancel).Type);
        return expression is MemberAccessExpressionSyntax access ? ModelOf(access.Expression) : ModelAround(expression);
    }

    /// <summary>What a variable was made from: <c>var open = Post.Where(…)</c>.</summary>
    private string? ModelOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? ModelOf(value)
            : null;

    /// <summary>The model of <c>Many&lt;Post&gt;</c>, or of <c>PostQuery</c>, which is generated or the author's half of it.</summary>
    private static string? TypeModel(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.Arity == 1 && PersistenceNames.Is(named, PersistenceNames.Namespace, "Many"))
            return named.TypeArguments[0].Name;
        return named.Arity == 0 ? OfQuery(named) : null;
    }

    private static string? OfQuery(INamedTypeSymbol type)
    {
        bool isQuery = type.Name.EndsWith(Query, StringComparison.Ordinal) && type.Name.Length > Query.Length;
        return isQuery ? type.Name.Substring(0, type.Name.Length - Query.Length) : null;
    }

    /// <summary>The model that a call without a receiver is for: it stands in the model or in its query.</summary>
    private string? ModelAround(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration)
            return null;
        if (semantics.GetDeclaredSymbol(declaration, cancel) is not INamedTypeSymbol type)
            return null;
        return PersistenceNames.IsModel(type) ? type.Name : OfQuery(type);
    }
}
