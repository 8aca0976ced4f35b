using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Gives a model the columns CreatedAt and UpdatedAt when its table has them: when <c>[Table(Timestamps = true)]</c> says so, else when the
/// app's migrations do, else (no migration makes the table) as is the custom.
/// </summary>
internal static class Timestamps
{
    public const string Created = "CreatedAt";
    public const string Updated = "UpdatedAt";

    public static readonly string[] Names = [Created, Updated];

    public static ModelDeclaration Complete(ModelDeclaration model, EquatableArray<TableFact> tables)
    {
        bool has = model.Timestamps ?? tables.FirstOrDefault(table => table.Table == model.Table)?.HasTimestamps ?? true;
        if (!has)
            return model;
        var added = Names.Where(name => !model.Taken.Contains(name)).Select(Column);
        return model with { Columns = model.Columns.Concat(added).ToEquatableArray() };
    }

    private static ColumnProperty Column(string name) =>
        new(
            name,
            Naming.SnakeCase(name),
            new ColumnType(ColumnKind.DateTime, "global::System.DateTime", IsNullable: false),
            "public",
            "",
            EquatableArray<Rule>.Empty
        );
}
