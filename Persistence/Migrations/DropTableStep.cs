using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>DROP TABLE; its indices go with it.</summary>
internal sealed class DropTableStep(string table, TableDefinition? definition) : MigrationStep
{
    public override string Name => $"DropTable(\"{table}\")";

    public override IEnumerable<string> Statements(Dialect dialect) => [$"DROP TABLE {Dialect.Quote(table)}"];

    public override string? Problem(DatabaseSchema schema) => schema.FindMissing(table);

    public override IEnumerable<SchemaIndex> DroppedIndices(DatabaseSchema schema) => schema.IndicesOf(table);

    public override MigrationStep? Reverse() => definition is null ? null : new CreateTableStep(definition);
}
