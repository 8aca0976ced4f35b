namespace Stryke.Web.Persistence;

/// <summary>A write that breaks a constraint of the schema.</summary>
/// <param name="kind">Which constraint was broken.</param>
/// <param name="columns">The columns of the constraint, without their table, if the database names them.</param>
/// <param name="message">What went wrong.</param>
public sealed class ConstraintException(ConstraintKind kind, IReadOnlyList<string> columns, string message) : DatabaseException(message)
{
    /// <summary>Which constraint was broken.</summary>
    public ConstraintKind Kind { get; } = kind;

    /// <summary>The most characters that a column of a migration's <c>limit</c> takes; null for any other rule.</summary>
    internal int? Limit { get; init; }

    /// <summary>The columns of the constraint; empty when the database does not name them.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;
}
