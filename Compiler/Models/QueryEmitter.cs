using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes <c>PostQuery</c>, whose other half holds the author's scopes, and the query on a <c>Many&lt;Post&gt;</c>.</summary>
internal static class QueryEmitter
{
    public static string Emit(ModelDeclaration model)
    {
        string state = $"{Persistence}.Queries.QueryState<{model.Type}>";
        string query = model.Companion("Query");
        var code = new CodeWriter().Header($"the model {model.Name}");
        if (model.Namespace.Length > 0)
            code.Line($"namespace {model.Namespace};").Line();

        code.Line($"/// <summary>A query on <c>{model.Table}</c>. Add scopes to it in a part of your own.</summary>");
        code.Line($"{model.Accessibility} sealed partial class {model.Name}Query");
        using (code.Block($"    : {Persistence}.Queries.Query<{model.Type}, {model.Companion("Columns")}, {query}>"))
        {
            code.Line($"internal {model.Name}Query({state} state) : base(state) {{ }}");
            code.Line();
            code.Line($"protected override {query} From({state} state) => new(state);");
        }
        code.Line();
        code.Line($"/// <summary>What can be asked of a list of {model.Name}.</summary>");
        using (code.Block($"{model.Accessibility} static class {model.Name}Lists"))
        {
            code.Line($"/// <summary>A query on the rows that belong to the owner of the list.</summary>");
            code.Line($"public static {query} Query(this {Persistence}.Many<{model.Type}> list) =>");
            code.Line($"    {model.Type}.Where(_ => list.Condition);");
        }
        return code.ToString();
    }
}
