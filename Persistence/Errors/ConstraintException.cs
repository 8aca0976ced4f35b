namespace Stryke.Web.Persistence;

/// <summary>A write that the schema does not allow.</summary>
/// <param name="kind">Which rule was broken.</param>
/// <param name="columns">The columns of the rule, without their table, as far as the database tells.</param>
/// <param name="message">What went wrong.</param>
public sealed class ConstraintException(ConstraintKind kind, IReadOnlyList<string> columns, string message) : DatabaseException(message)
{
    /// <summary>Which rule was broken.</summary>
    public ConstraintKind Kind { get; } = kind;

    /// <summary>The most characters that a column of a migration's <c>limit</c> takes; null for any other rule.</summary>
    internal int? Limit { get; init; }

    /// <summary>The columns of the rule; empty when the database does not tell.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;
}
