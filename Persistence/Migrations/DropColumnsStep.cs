using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// ALTER TABLE … DROP COLUMN, last first. Indices that need one of the columns go before, whole: an index over fewer columns is another
/// index.
/// </summary>
internal abstract class DropColumnsStep(string table) : MigrationStep
{
    protected string Table { get; } = table;

    /// <summary>The columns in the order they were added.</summary>
    protected abstract IEnumerable<string> Columns { get; }

    public override IEnumerable<string> Statements(Dialect dialect) => DropColumns();

    public override IEnumerable<string> Statements(Dialect dialect, DatabaseSchema schema) =>
        DroppedIndices(schema).Select(index => RemoveIndexStep.Drop(index.Name)).Concat(DropColumns());

    public override string? Problem(DatabaseSchema schema) => schema.FindMissing(Table, Columns);

    public override IEnumerable<SchemaIndex> DroppedIndices(DatabaseSchema schema) =>
        schema.IndicesOf(Table).Where(index => Columns.Any(index.DependsOn));

    protected IEnumerable<string> DropColumns() =>
        Columns.Reverse().Select(column => $"ALTER TABLE {Dialect.Quote(Table)} DROP COLUMN {Dialect.Quote(column)}");
}
