namespace Stryke.Web.Persistence.Sessions;

/// <summary>Makes an object of each row.</summary>
internal sealed class RowsCommand<T>(Sql sql, DbValue[] values, Func<Row, T> read) : Command(sql, values)
{
    public List<T> Items { get; } = [];

    internal override long RowCount => Items.Count;

    protected internal override void Read(Row row)
    {
        while (row.Step())
            Items.Add(read(row));
    }
}
