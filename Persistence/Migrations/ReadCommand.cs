using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>Makes something of each row.</summary>
internal sealed class ReadCommand<T>(Sql sql, Func<Row, T> read, params DbValue[] values) : Command(sql, values)
{
    public List<T> Items { get; } = [];

    protected internal override void Read(Row row)
    {
        while (row.Step())
            Items.Add(read(row));
    }
}
