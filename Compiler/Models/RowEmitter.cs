using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes how a row becomes a model, and how its columns become parameters.</summary>
internal static class RowEmitter
{
    public static void Write(CodeWriter code, ModelDeclaration model)
    {
        code.Line().Line("/// <summary>The model of the row that is being read.</summary>");
        using (code.Block($"internal static {model.Type} Materialise({Sessions}.Row row)"))
        {
            code.Line($"var record = new {model.Type}();");
            code.Line("record.LoadFrom(row);");
            code.Line("return record;");
        }
        code.Line();
        code.Line($"protected override {Persistence}.Table ModelTable => {model.Companion("Table")}.Self;").Line();
        using (code.Block($"protected override void ReadColumns({Sessions}.Row row)"))
        {
            for (int i = 0; i < model.Columns.Count; i++)
                code.Line($"{model.Columns[i].Field} = {Read(model.Columns[i].Type, i + 1)};");
            foreach (var association in model.Associations)
                code.Line($"{association.Field} = null;");
        }
        WriteSwitch(code, model, $"{DbValue} ColumnValue", column => Value(column.Type, column.Field), $"{DbValue}.Of(Id)");
        WriteSwitch(code, model, "string? FormatColumn", column => Format(column.Type, column.Field), $"{Input}.Text(Id)");
        WriteTouch(code, model);
    }

    private static void WriteSwitch(CodeWriter code, ModelDeclaration model, string method, Func<ColumnProperty, string> value, string id)
    {
        code.Line();
        using (code.Block($"protected override {method}(int ordinal) => ordinal switch", "};"))
        {
            for (int i = 0; i < model.Columns.Count; i++)
                code.Line($"{i + 1} => {value(model.Columns[i])},");
            code.Line($"_ => {id},");
        }
    }

    private static void WriteTouch(CodeWriter code, ModelDeclaration model)
    {
        bool Has(string name) => model.Columns.Any(column => column.Name == name && column.Type is { Kind: ColumnKind.DateTime });
        if (!Has(Timestamps.Created) && !Has(Timestamps.Updated))
            return;
        string table = model.Companion("Table");
        code.Line();
        using (code.Block("protected override void Touch(global::System.DateTime now)"))
        {
            if (Has(Timestamps.Created))
                code.Line($"if (IsNewRecord && !HasChanged({table}.CreatedAt)) CreatedAt = now;");
            if (Has(Timestamps.Updated))
                code.Line($"if (!HasChanged({table}.UpdatedAt)) UpdatedAt = now;");
        }
    }
}
