using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>ALTER TABLE … DROP COLUMN of a column whose definition nobody gave.</summary>
internal sealed class DropColumnStep(string table, string column) : MigrationStep
{
    public override string Name => $"RemoveColumn(\"{table}\", \"{column}\")";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        [$"ALTER TABLE {Dialect.Quote(table)} DROP COLUMN {Dialect.Quote(column)}"];

    public override MigrationStep? Reverse() => null;
}
