using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>DROP INDEX.</summary>
internal sealed class RemoveIndexStep(string table, string[] columns, bool unique, string? name) : MigrationStep
{
    public override string Name => $"RemoveIndex(\"{table}\", [{string.Join(", ", columns.Select(column => $"\"{column}\""))}])";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        [$"DROP INDEX {Dialect.Quote(name ?? AddIndexStep.DefaultName(table, columns))}"];

    public override MigrationStep Reverse() => new AddIndexStep(table, columns, unique, name);
}
