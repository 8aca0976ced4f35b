using Stryke.Web.Compiler.Models.Uses;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Finds the columns that lambdas ask for and that a model does not have, though it has one of nearly that name. They become members of its
/// columns all the same, only ever together with the error that says what was meant: so C# does not report them on top.
/// </summary>
/// <param name="Model">The model with what is written for it.</param>
/// <param name="Diagnostics">Each misspelt name, at its place.</param>
internal sealed record MisspeltColumns(ModelDeclaration Model, EquatableArray<DiagnosticInfo> Diagnostics)
{
    private static readonly string[] Members = ["Equals", "GetHashCode", "GetType", "ToString"];

    public static MisspeltColumns Of(ModelDeclaration model, EquatableArray<ColumnUse> uses)
    {
        Dictionary<string, string>? types = null;
        List<DiagnosticInfo> diagnostics = [];
        List<ErrorMember> errorMembers = [];
        foreach (var use in uses)
        {
            if (use.Model != model.Name)
                continue;
            types ??= TypesOf(model);
            if (types.ContainsKey(use.Member) || Members.Contains(use.Member))
                continue;
            if (NearestName.Of(use.Member, types.Keys) is not { } nearest)
                continue;
            diagnostics.Add(DiagnosticInfo.At(use.Where, ModelsDiagnostics.ColumnMissing, model.Name, use.Member, nearest));
            if (!errorMembers.Any(errorMember => errorMember.Name == use.Member))
                errorMembers.Add(new ErrorMember(use.Member, types[nearest]));
        }
        return errorMembers.Count == 0
            ? new MisspeltColumns(model, EquatableArray<DiagnosticInfo>.Empty)
            : new MisspeltColumns(
                model with
                {
                    ErrorMembers = model.ErrorMembers.Concat(errorMembers).ToEquatableArray(),
                },
                diagnostics.ToEquatableArray()
            );
    }

    private static Dictionary<string, string> TypesOf(ModelDeclaration model)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in model.Columns)
            types[column.Name] = ColumnCode.Class(column.Type);
        foreach (var association in model.Associations)
            types[association.Name] = TableEmitter.TypeOf(model, association);
        foreach (var errorMember in model.ErrorMembers)
            types[errorMember.Name] = errorMember.Type;
        types["Id"] = TableEmitter.IdClass;
        return types;
    }
}
