namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// One statement to run: its text, the values of its parameters, and what becomes of its rows. A command runs once. A session
/// prepares <see cref="Sql"/>, binds <see cref="Values"/> in order, and calls <see cref="Read"/>; on SQLite that happens before
/// <see cref="IDatabaseSession.Run"/> returns, on a pipelined wire when the answer arrives.
/// </summary>
public class Command(Sql sql, DbValue[] values)
{
    private readonly DbValue[] _values = values;

    /// <summary>The statement.</summary>
    public Sql Sql { get; } = sql;

    /// <summary>The values of its parameters, in order.</summary>
    public ReadOnlySpan<DbValue> Values => _values;

    /// <summary>How many rows the statement inserted, changed or deleted. Set by the session once it ran.</summary>
    public long Affected { get; protected internal set; }

    /// <summary>How many rows it gave, or else changed.</summary>
    internal virtual long RowCount => Affected;

    /// <summary>
    /// Reads the rows. Runs where the session runs: it must not block, and must not run other commands.
    /// </summary>
    /// <param name="row">Stands before the first row.</param>
    protected internal virtual void Read(Row row)
    {
        while (row.Step()) { }
    }
}
