using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Forms;

/// <summary>Finds the models of the app.</summary>
internal static class FormModels
{
    private const string Base = "Stryke.Web.Persistence.Model";

    public static IncrementalValueProvider<EquatableArray<FormModel>> In(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList.Types.Count: > 0, TypeParameterList: null, Parent: not TypeDeclarationSyntax },
                static (found, cancel) => Read(found.SemanticModel.GetDeclaredSymbol(found.Node, cancel) as INamedTypeSymbol))
            .Where(static model => model is not null)
            .Collect()
            .Select(static (models, _) => models.Select(model => model!).Distinct().OrderBy(model => model.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Models);

    private static FormModel? Read(INamedTypeSymbol? type)
    {
        if (type is null || type.IsAbstract) return null;
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.ToDisplayString() != Base) continue;
            return new FormModel(type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(), type.Name);
        }
        return null;
    }
}
