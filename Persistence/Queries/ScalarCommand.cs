using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Takes the number in the first column of the first row.</summary>
internal sealed class ScalarCommand(Sql sql, DbValue[] values) : Command(sql, values)
{
    /// <summary>The number; null when there was no row.</summary>
    public long? Value { get; private set; }

    internal override long RowCount => Value is null ? 0 : 1;

    protected internal override void Read(Row row)
    {
        if (row.Step())
            Value = row.GetInt64(0);
        base.Read(row);
    }
}
