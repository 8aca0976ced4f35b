using Stryke.Web.Compiler.Text;
using static Stryke.Web.Compiler.Models.ColumnCode;

namespace Stryke.Web.Compiler.Models;

/// <summary>Writes <c>PostTable</c>, which holds the columns and associations once, and <c>PostColumns</c>, which lambdas see.</summary>
internal static class TableEmitter
{
    public static string Emit(ModelDeclaration model)
    {
        var code = new CodeWriter().Header($"the model {model.Name}");
        if (model.Namespace.Length > 0)
            code.Line($"namespace {model.Namespace};").Line();
        WriteTable(code, model);
        code.Line();
        WriteColumns(code, model);
        return code.ToString();
    }

    /// <summary>The class of an association among the columns.</summary>
    public static string TypeOf(ModelDeclaration model, AssociationProperty association) =>
        $"{Persistence}.{(association.IsMany ? "HasMany" : "BelongsTo")}<{model.Type}, {association.Target}>";

    private static void WriteTable(CodeWriter code, ModelDeclaration model)
    {
        code.Line($"/// <summary>The table <c>{model.Table}</c>.</summary>");
        using (code.Block($"internal static class {model.Name}Table"))
        {
            code.Line(
                $"public static readonly {IdClass} Id = new(0, \"id\", \"Id\", \"Id\", {Sessions}.DbKind.Integer, isNullable: "
                    + $"false, {DbValue}.Of);"
            );
            for (int i = 0; i < model.Columns.Count; i++)
            {
                var column = model.Columns[i];
                code.Line($"public static readonly {Class(column.Type)} {column.Name} = new({Arguments(column, i + 1)});");
            }
            foreach (var association in model.Associations)
                WriteAssociation(code, model, association);
            code.Line();
            string columns = string.Join(", ", model.Columns.Select(column => column.Name).Prepend("Id"));
            code.Line($"public static readonly {Persistence}.Table<{model.Type}> Self = new(");
            code.Line($"    {Literal(model.Table)}, {Literal(model.Name)}, [{columns}], static row => {model.Type}.Materialise(row));");
        }
    }

    private static void WriteAssociation(CodeWriter code, ModelDeclaration model, AssociationProperty association)
    {
        code.Line();
        code.Line($"public static readonly {TypeOf(model, association)} {association.Name} = new(");
        code.Line($"    {Literal(model.Name)}, {Literal(association.Name)}, static () => {association.TargetTable}.Self,");
        string foreignKey = association.IsMany ? $"static () => {association.TargetTable}.{association.ForeignKey}, " : "";
        code.Line(
            $"    {foreignKey}static holder => holder.{association.ForeignKey}, static (owner, found) => "
                + $"owner.{association.Name}.Fill(found));"
        );
    }

    private static void WriteColumns(CodeWriter code, ModelDeclaration model)
    {
        code.Line($"/// <summary>The columns and associations of <c>{model.Table}</c>, for the lambdas of queries and forms.</summary>");
        using (code.Block($"{model.Accessibility} readonly struct {model.Name}Columns"))
        {
            string table = model.Companion("Table");
            code.Line($"public {IdClass} Id => {table}.Id;");
            foreach (var column in model.Columns)
                code.Line($"public {Class(column.Type)} {column.Name} => {table}.{column.Name};");
            foreach (var association in model.Associations)
            {
                code.Line($"public {TypeOf(model, association)} {association.Name} => {table}.{association.Name};");
            }
            const string None = "throw new global::System.InvalidOperationException()";
            foreach (var errorMember in model.ErrorMembers)
                code.Line($"public {errorMember.Type} {errorMember.Name} => {None};");
        }
    }

    public const string IdClass = Persistence + ".ComparableColumn<long>";
}
