using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>ALTER TABLE … RENAME COLUMN.</summary>
internal sealed class RenameColumnStep(string table, string from, string to) : MigrationStep
{
    public override string Name => $"RenameColumn(\"{table}\", \"{from}\", \"{to}\")";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        [$"ALTER TABLE {Dialect.Quote(table)} RENAME COLUMN {Dialect.Quote(from)} TO {Dialect.Quote(to)}"];

    public override MigrationStep Reverse() => new RenameColumnStep(table, to, from);
}
