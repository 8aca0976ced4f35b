using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>
/// Takes out of the filters that were collected so far what <c>[SkipBefore]</c> of a class and of its actions leaves out.
/// </summary>
internal sealed class SkipReader(
    INamedTypeSymbol type,
    IReadOnlyList<ReadAction> actions,
    List<FilterModel> filters,
    List<DiagnosticInfo> diagnostics
)
{
    /// <summary>Reads the attributes of one class of the hierarchy.</summary>
    public void Read(INamedTypeSymbol c, bool isOwn)
    {
        foreach (var attribute in Skips(c))
        {
            EquatableArray<string> only = FilterReader.Names(attribute, "Only"),
                except = FilterReader.Names(attribute, "Except");
            if (Check(attribute, isOwn))
                Apply(filter => Skip(filter, only, except), FilterOf(attribute));
            if (isOwn && !type.IsAbstract)
                FilterReader.CheckNames(type, actions, only.Concat(except), attribute, diagnostics);
        }
        foreach (var method in c.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var attribute in Skips(method))
            {
                if (Check(attribute, isOwn))
                {
                    Apply(
                        filter => Skip(filter, new[] { method.Name }.ToEquatableArray(), EquatableArray<string>.Empty),
                        FilterOf(attribute)
                    );
                }
            }
        }
    }

    /// <summary>The filter with fewer actions; null when none is left.</summary>
    private static FilterModel? Skip(FilterModel filter, EquatableArray<string> only, EquatableArray<string> except)
    {
        if (only.Count > 0)
            return filter with { Except = filter.Except.Concat(only.Where(name => !except.Contains(name))).Distinct().ToEquatableArray() };
        if (except.Count == 0)
            return null;
        var left = except.Where(name => filter.Only.Count == 0 || filter.Only.Contains(name)).ToEquatableArray();
        return left.Count == 0 ? null : filter with { Only = left };
    }

    private static IEnumerable<AttributeData> Skips(ISymbol symbol) =>
        symbol.GetAttributes().Where(a => KnownTypes.Is(a.AttributeClass, KnownTypes.SkipBefore));

    private static string FilterOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";

    private void Apply(Func<FilterModel, FilterModel?> skip, string name)
    {
        List<FilterModel> left =
        [
            .. filters.Select(filter => filter.IsBefore && filter.Name == name ? skip(filter) : filter).OfType<FilterModel>(),
        ];
        filters.Clear();
        filters.AddRange(left);
    }

    private bool Check(AttributeData attribute, bool isOwn)
    {
        string name = FilterOf(attribute);
        if (filters.Any(filter => filter.IsBefore && filter.Name == name))
            return true;
        if (isOwn && attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
        {
            string[] known = [.. filters.Where(filter => filter.IsBefore).Select(filter => filter.Name).Distinct()];
            string hint = known.Length == 0 ? "there are none" : NearestName.Suggest(name, known);
            diagnostics.Add(
                DiagnosticInfo.At(SourceSpan.Of(syntax.GetLocation()), ControllersDiagnostics.SkippedFilterUnknown, type.Name, name, hint)
            );
        }
        return false;
    }
}
