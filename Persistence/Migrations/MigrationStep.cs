using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>One thing that a migration does.</summary>
internal abstract class MigrationStep
{
    /// <summary>What it is called in a migration: <c>RemoveColumn("posts", "slug")</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The statements that do it, in order.</summary>
    public abstract IEnumerable<string> Statements(Dialect dialect);

    /// <summary>The step that undoes it; null when there is none.</summary>
    public abstract MigrationStep? Reverse();
}
