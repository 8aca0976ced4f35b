using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Writes how a model is written as JSON, and <c>PostJsonColumns</c>, which the lambda of <c>Json(posts, p => [p.Title])</c> sees.
/// </summary>
internal static class JsonEmitter
{
    private const string Json = "global::Stryke.Web.Controllers.Json";

    public static string Emit(ModelDeclaration model)
    {
        var code = new CodeWriter().Header($"the model {model.Name}");
        if (model.Namespace.Length > 0)
            code.Line($"namespace {model.Namespace};").Line();
        using (code.Block($"partial class {model.Name} : {Json}.IJsonRecord<{model.Companion("JsonColumns")}>"))
        {
            WriteMembers(code, model);
        }
        code.Line();
        WriteColumns(code, model);
        return code.ToString();
    }

    private static void WriteMembers(CodeWriter code, ModelDeclaration model)
    {
        var columns = model.Columns.Select((column, i) => column.Json == JsonUse.Written ? i + 1 : 0);
        var associations = model.Associations.Select(
            (association, i) => association.Json == JsonUse.Written ? model.Columns.Count + 1 + i : 0
        );
        string written = string.Join(", ", columns.Concat(associations).Where(number => number > 0).Prepend(0));
        code.Line($"global::System.ReadOnlySpan<int> {Json}.IJsonRecord.JsonMembers => [{written}];").Line();
        using (code.Block($"void {Json}.IJsonRecord.WriteJson({Json}.JsonValueWriter json, int member, {Json}.JsonColumnTree? listed)"))
        {
            using (code.Block("switch (member)"))
            {
                WriteCase(code, 0, "json.Name(\"id\"u8);", "json.Value(Id);");
                for (int i = 0; i < model.Columns.Count; i++)
                {
                    var column = model.Columns[i];
                    if (IsNamed(column.Json))
                        WriteCase(code, i + 1, $"json.Name({Name(column.JsonName)});", Value(column));
                }
                for (int i = 0; i < model.Associations.Count; i++)
                {
                    var association = model.Associations[i];
                    string method = association.IsMany ? "References" : "Reference";
                    // Value throws where it is not loaded: the exception says how to load it.
                    if (IsNamed(association.Json))
                    {
                        WriteCase(
                            code,
                            model.Columns.Count + 1 + i,
                            $"if (listed is not null || {association.Name}.WasLoaded) json.{method}({Name(association.JsonName)}, "
                                + $"{association.Name}.Value, listed);"
                        );
                    }
                }
            }
        }
    }

    private static void WriteCase(CodeWriter code, int number, params string[] lines)
    {
        using (code.Indented($"case {number}:"))
        {
            foreach (string line in lines)
                code.Line(line);
            code.Line("break;");
        }
    }

    private static string Value(ColumnProperty column)
    {
        string method = column.Type.Kind == ColumnKind.Enum ? "Enum" : "Value";
        if (!column.Type.IsNullable || column.Type.IsReferenceType)
            return $"json.{method}({column.Name});";
        return $"if ({column.Name} is {{ }} some{column.Name}) json.{method}(some{column.Name}); else json.Null();";
    }

    private static void WriteColumns(CodeWriter code, ModelDeclaration model)
    {
        string type = $"{model.Name}JsonColumns";
        code.Line($"/// <summary>The columns and associations of <c>{model.Table}</c> that can be written as JSON.</summary>");
        using (code.Block($"{model.Accessibility} readonly struct {type}"))
        {
            code.Line($"private readonly {Json}.JsonPath? _path;").Line();
            code.Line($"public {type}({Json}.JsonPath? path) => _path = path;").Line();
            code.Line($"public {Json}.JsonColumn Id => new(_path, 0);");
            for (int i = 0; i < model.Columns.Count; i++)
                WriteColumn(code, model, model.Columns[i].Name, model.Columns[i].Json, $"{Json}.JsonColumn", $"new(_path, {i + 1})");
            for (int i = 0; i < model.Associations.Count; i++)
            {
                var association = model.Associations[i];
                string below = $"new(new {Json}.JsonPath(_path, {model.Columns.Count + 1 + i}))";
                WriteColumn(code, model, association.Name, association.Json, association.Target + "JsonColumns", below);
            }
            code.Line();
            code.Line($"public static implicit operator {Json}.JsonColumn({type} whole) => {Json}.JsonColumn.Whole(whole._path);");
        }
    }

    private static void WriteColumn(CodeWriter code, ModelDeclaration model, string name, JsonUse use, string type, string value)
    {
        if (use == JsonUse.Hidden)
            return;
        if (use == JsonUse.Secret)
        {
            code.Line(
                $"[global::System.Obsolete({Literal($"{model.Name}.{name} is [Secret]: it is never written as JSON.")}, error: true)]"
            );
        }

        code.Line($"public {type} {name} => {(use == JsonUse.Secret ? "default" : value)};");
    }

    private static bool IsNamed(JsonUse use) => use is JsonUse.Written or JsonUse.Listed;

    private static string Name(string name) => Literal(name) + "u8";
}
