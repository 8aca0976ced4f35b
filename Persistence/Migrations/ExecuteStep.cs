using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>SQL as the migration's author wrote it.</summary>
internal sealed class ExecuteStep(string sql) : MigrationStep
{
    public override string Name => $"Execute(\"{(sql.Length > 40 ? sql[..40] + "…" : sql)}\")";

    public override IEnumerable<string> Statements(Dialect dialect) => [sql];

    public override MigrationStep? Reverse() => null;
}
