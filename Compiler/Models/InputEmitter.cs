using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes how request data gets into a model: only what is permitted, and only what is a value of its column.</summary>
internal static class InputEmitter
{
    public static string Permitted(ModelDeclaration model) => $"global::Stryke.Web.Controllers.Permitted<{model.Type}>";

    public static void Write(CodeWriter code, ModelDeclaration model)
    {
        if (model.TakesRequestData)
            WriteAssign(code, model);
        code.Line();
        using (code.Block("protected override string? ParseColumn(int ordinal, string? text)"))
        {
            using (code.Block("switch (ordinal)"))
            {
                for (int i = 0; i < model.Columns.Count; i++)
                    WriteParse(code, model.Columns[i], i + 1);
                code.Line("default:");
                code.Line("    throw new global::System.ArgumentException(\"The id cannot be assigned.\");");
            }
        }
    }

    private static void WriteAssign(CodeWriter code, ModelDeclaration model)
    {
        string key = Literal(Naming.SnakeCase(model.Name));
        code.Line().Line($"/// <summary>The fields of a form ({Naming.SnakeCase(model.Name)}[…]) that may be assigned.</summary>");
        code.Line($"public static {Permitted(model)} Permit(");
        code.Line(
            $"    global::Stryke.Web.Controllers.Params fields, global::System.Func<{model.Companion("Columns")}, "
                + $"{Persistence}.Column[]> permitted) =>"
        );
        code.Line($"    new(fields.Nested({key}), global::System.Array.ConvertAll(permitted(default), static column => column.Name));")
            .Line();
        code.Line(
            "/// <summary>Takes what a form has sent. What is no value of its column is kept, to be shown again with its error.</summary>"
        );
        using (code.Block($"public void Assign({Permitted(model)} input)"))
        {
            using (code.Block($"foreach ({Persistence}.Column column in ModelTable.Columns)"))
            {
                code.Line("if (input.TryGet(column.Name, out string? text)) AssignText(column, text);");
            }
        }
    }

    private static void WriteParse(CodeWriter code, ColumnProperty column, int ordinal)
    {
        using (code.Block($"case {ordinal}: // {column.Name}"))
        {
            if (column.Type.IsText)
            {
                string sent = column.Type.IsNullable ? $"{Input}.IsBlank(text) ? null : text" : "text ?? \"\"";
                code.Line($"if (!{Input}.IsUnchanged({column.Field}, text)) {column.Name} = {sent};");
                code.Line("return null;");
                return;
            }
            if (column.Type.IsNullable)
            {
                using (code.Block($"if ({Input}.IsEmpty(text))"))
                {
                    // No bytes are not the same as null, and a form shows both as an empty field.
                    string unlessEmpty = column.Type.Kind == ColumnKind.Bytes ? $"if ({column.Field} is not {{ Length: 0 }}) " : "";
                    code.Line($"{unlessEmpty}{column.Name} = null;");
                    code.Line("return null;");
                }
            }
            code.Line($"if ({Input}.Parse(text, out {column.Type.Name} value) is {{ }} error) return error;");
            string unlessShown = Unchanged(column) is { } unchanged ? $"if (!{unchanged}) " : "";
            code.Line($"{unlessShown}{column.Name} = value;");
            code.Line("return null;");
        }
    }

    // A form may show less of a value than there is; what it sends back unchanged must not cut the value.
    private static string? Unchanged(ColumnProperty column) =>
        column.Type.Kind switch
        {
            ColumnKind.DateTime => $"{Input}.IsUnchanged({column.Field}, text)",
            ColumnKind.Bytes => $"{Input}.IsUnchanged({column.Field}, value)",
            _ => null,
        };
}
