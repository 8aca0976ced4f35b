using System.ComponentModel;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// A migration of the schema. Override <see cref="Change"/>, which is run backwards to undo it, or <see cref="Up"/> and <see cref="Down"/>
/// where it cannot be. The methods below do not run anything: they add steps, which <see cref="Migrator"/> runs in one transaction.
/// </summary>
public abstract class Migration
{
    private List<MigrationStep> _steps = [];

    /// <summary>What the migration does, in steps that can be undone.</summary>
    public virtual void Change() => throw new MigrationException($"{GetType().Name} changes nothing: override Change, or Up and Down.");

    /// <summary>What the migration does. By default <see cref="Change"/>.</summary>
    public virtual void Up() => Change();

    /// <summary>What undoes the migration. By default the steps of <see cref="Change"/> undone, last first.</summary>
    public virtual void Down()
    {
        var outer = _steps;
        _steps = [];
        Change();
        for (int i = _steps.Count - 1; i >= 0; i--)
        {
            outer.Add(
                _steps[i].Reverse()
                    ?? throw new MigrationException(
                        $"{GetType().Name} cannot be undone: {_steps[i].Name} in Change does not say how. Write Up and Down in its place."
                    )
            );
        }
        _steps = outer;
    }

    /// <summary>Makes a table with the primary key <c>id</c>.</summary>
    /// <param name="name">Its name: the plural of the model, <c>posts</c>.</param>
    /// <param name="define">Its columns.</param>
    protected void CreateTable(string name, Action<TableDefinition> define) =>
        _steps.Add(new CreateTableStep(TableDefinition.Of(name, define)));

    /// <summary>Drops a table. Can be undone when its columns are given.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="define">The columns it had, as in <see cref="CreateTable"/>.</param>
    protected void DropTable(string name, Action<TableDefinition>? define = null) =>
        _steps.Add(new DropTableStep(name, define is null ? null : TableDefinition.Of(name, define)));

    /// <summary>
    /// Adds columns to a table: <c>AddColumn("posts", t =&gt; t.String("slug", limit: 80))</c>. Rows that are there get the column's
    /// default. One that is NOT NULL and is given none has the default of its type (0, the empty text), and <c>t.Bool</c> is NOT NULL
    /// unless <c>@null: true</c>.
    /// </summary>
    protected void AddColumn(string table, Action<TableDefinition> define) =>
        _steps.Add(new AddColumnStep(TableDefinition.OfAddition(table, define)));

    /// <summary>
    /// Removes columns from a table, given as in <see cref="AddColumn"/> so that it can be undone. Indices that need one of them go with
    /// it, and come back when it is undone.
    /// </summary>
    protected void RemoveColumn(string table, Action<TableDefinition> define) =>
        _steps.Add(new RemoveColumnStep(TableDefinition.OfAddition(table, define)));

    /// <summary>Removes a column from a table, and the indices that need it. Cannot be undone: give its definition if it should.</summary>
    protected void RemoveColumn(string table, string column) => _steps.Add(new DropColumnStep(table, column));

    /// <summary>Renames a column, and the indices that are called after it.</summary>
    protected void RenameColumn(string table, string from, string to) => _steps.Add(new RenameColumnStep(table, from, to));

    /// <summary>Makes an index.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns, the most telling first.</param>
    /// <param name="unique">Whether no two rows may have the same values.</param>
    /// <param name="name">Its name; <c>index_posts_on_author_id_and_created_at</c> when not given.</param>
    protected void AddIndex(string table, string[] columns, bool unique = false, string? name = null) =>
        _steps.Add(new AddIndexStep(table, columns, unique, name));

    /// <summary>Makes an index over one column.</summary>
    protected void AddIndex(string table, string column, bool unique = false, string? name = null) =>
        AddIndex(table, [column], unique, name);

    /// <summary>
    /// Drops the index with the name that <see cref="AddIndex(string, string[], bool, string?)"/> gave, or else the one over these
    /// columns.
    /// </summary>
    protected void RemoveIndex(string table, string[] columns, bool unique = false, string? name = null) =>
        _steps.Add(new RemoveIndexStep(table, columns, unique, name));

    /// <summary>
    /// Runs SQL, one or more statements with semicolons between. Cannot be undone in <see cref="Change"/>. The migration is one
    /// transaction: what cannot run in one (VACUUM, PRAGMA foreign_keys) is an error, as are BEGIN and COMMIT.
    /// </summary>
    protected void Execute(string sql) => _steps.Add(new ExecuteStep(sql));

    /// <summary>The steps of one direction.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal IReadOnlyList<MigrationStep> Steps(bool up)
    {
        _steps = [];
        if (up)
            Up();
        else
            Down();
        return _steps;
    }
}
