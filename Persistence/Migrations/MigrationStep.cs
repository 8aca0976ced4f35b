using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>One thing that a migration does.</summary>
internal abstract class MigrationStep
{
    /// <summary>What it is called in a migration: <c>RemoveColumn("posts", "slug")</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The statements that do it, in order, whatever the schema.</summary>
    public abstract IEnumerable<string> Statements(Dialect dialect);

    /// <summary>The statements that do it to this schema, in order.</summary>
    public virtual IEnumerable<string> Statements(Dialect dialect, DatabaseSchema schema) => Statements(dialect);

    /// <summary>Why it cannot be done to this schema; null when it can.</summary>
    public virtual string? Problem(DatabaseSchema schema) => null;

    /// <summary>The indices that go with what it takes away. They come back when the migration is undone.</summary>
    public virtual IEnumerable<SchemaIndex> DroppedIndices(DatabaseSchema schema) => [];

    /// <summary>The step that undoes it; null when there is none.</summary>
    public abstract MigrationStep? Reverse();
}
