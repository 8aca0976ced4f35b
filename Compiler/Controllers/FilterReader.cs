using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>Collects the filters of a controller: those of its bases first, each class in the order it is written.</summary>
internal sealed class FilterReader(
    INamedTypeSymbol type,
    IReadOnlyList<INamedTypeSymbol> hierarchy,
    IReadOnlyList<ReadAction> actions,
    List<DiagnosticInfo> diagnostics
)
{
    public List<FilterModel> Filters { get; } = [];

    public List<FilterModel> Openings { get; } = [];

    public void Read()
    {
        var skips = new SkipReader(type, actions, Filters, diagnostics);
        foreach (var c in hierarchy)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(c, type);
            foreach (var method in c.GetMembers().OfType<IMethodSymbol>())
            {
                foreach (var attribute in method.GetAttributes())
                {
                    bool isBefore = KnownTypes.Is(attribute.AttributeClass, KnownTypes.Before);
                    if (isBefore || KnownTypes.Is(attribute.AttributeClass, KnownTypes.After))
                        ReadFilter(method, attribute, isBefore, isOwn);
                }
            }
            skips.Read(c, isOwn);
        }
    }

    private void ReadFilter(IMethodSymbol method, AttributeData attribute, bool isBefore, bool isOwn)
    {
        var shape = ShapeOf(method.ReturnType);
        if (Complaint(method, shape, isBefore) is { } complaint)
        {
            if (!isOwn || KnownTypes.IsUnknown(method.ReturnType))
                return; // C# says that there is no such type
            diagnostics.Add(
                DiagnosticInfo.At(SourceSpan.Of(method.Locations[0]), ControllersDiagnostics.BadFilter, method.Name, complaint)
            );
            return;
        }
        bool isPrivate = method.DeclaredAccessibility == Accessibility.Private;
        string call = isPrivate && !isOwn ? FilterModel.OpeningOf(method.Name) : method.Name;
        var filter = new FilterModel(
            call,
            isBefore,
            shape!.Value,
            method.ReturnType.ToDisplayString(KnownTypes.Qualified),
            Names(attribute, "Only"),
            Names(attribute, "Except")
        )
        {
            Name = method.Name,
        };

        // An override that is marked itself says anew for which actions it runs.
        Filters.RemoveAll(f => method.IsOverride && f.Method == method.Name && f.IsBefore == isBefore);
        Filters.Add(filter);
        if (!isOwn)
            return;
        if (isPrivate && !type.IsSealed && !Openings.Any(o => o.Method == method.Name))
            Openings.Add(filter);
        if (!type.IsAbstract)
            CheckNames(type, actions, filter.Only.Concat(filter.Except), attribute, diagnostics);
    }

    private static string? Complaint(IMethodSymbol method, ResultShape? shape, bool isBefore)
    {
        if (method.Parameters.Length > 0)
            return "a filter cannot have parameters";
        if (method.IsStatic)
            return "it is static";
        if (method.IsGenericMethod)
            return "it has type parameters";
        if (shape is null)
        {
            return isBefore
                ? "it must return void, Result?, Task, Task<Result?>, ValueTask or ValueTask<Result?>"
                : "it returns neither void, Task nor ValueTask";
        }

        return !isBefore && shape is not (ResultShape.Nothing or ResultShape.Awaited)
            ? "a filter that runs after the action cannot answer; it returns void, Task or ValueTask"
            : null;
    }

    private static ResultShape? ShapeOf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
            return ResultShape.Nothing;
        if (IsMaybeResult(type))
            return ResultShape.Value;
        bool isTask = KnownTypes.Is(type, "System.Threading.Tasks.Task"),
            isValueTask = KnownTypes.Is(type, "System.Threading.Tasks.ValueTask");
        if (!isTask && !isValueTask)
            return null;
        if (type is INamedTypeSymbol { Arity: 0 })
            return ResultShape.Awaited;
        if (!IsMaybeResult(((INamedTypeSymbol)type).TypeArguments[0]))
            return null;
        return isTask ? ResultShape.Task : ResultShape.ValueTask;
    }

    private static bool IsMaybeResult(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && KnownTypes.Is(nullable.TypeArguments[0], KnownTypes.Result);

    /// <summary>The names in an argument of a filter's attribute.</summary>
    public static EquatableArray<string> Names(AttributeData attribute, string argument)
    {
        var value = attribute.NamedArguments.FirstOrDefault(a => a.Key == argument).Value;
        return value.Kind != TypedConstantKind.Array || value.IsNull
            ? EquatableArray<string>.Empty
            : value.Values.Select(v => v.Value as string ?? "").ToEquatableArray();
    }

    /// <summary>Reports names of actions that do not exist.</summary>
    public static void CheckNames(
        INamedTypeSymbol type,
        IReadOnlyList<ReadAction> actions,
        IEnumerable<string> names,
        AttributeData attribute,
        List<DiagnosticInfo> diagnostics
    )
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list } syntax)
            return;
        foreach (string unknown in names.Where(n => !actions.Any(a => a.Name == n)))
        {
            // The name is a literal or nameof(…); a constant from elsewhere leaves the attribute as the place.
            var name = list.DescendantNodes()
                .FirstOrDefault(n => n is LiteralExpressionSyntax or InvocationExpressionSyntax && n.ToString().Contains(unknown));
            if (name is InvocationExpressionSyntax && !IsMember(type, unknown))
                continue; // C# says that nameof(…) names nothing
            string suggestion = NearestName.Suggest(unknown, [.. actions.Select(a => a.Name)]);
            var where = SourceSpan.Of((name ?? syntax).GetLocation());
            diagnostics.Add(DiagnosticInfo.At(where, ControllersDiagnostics.FilterUnknownAction, type.Name, unknown, suggestion));
        }
    }

    private static bool IsMember(INamedTypeSymbol type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (!t.GetMembers(name).IsEmpty)
                return true;
        }
        return false;
    }
}
