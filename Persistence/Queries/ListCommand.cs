using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Makes a model of each row.</summary>
internal sealed class ListCommand<TModel>(Sql sql, DbValue[] values, Func<Row, TModel> materialise) : Command(sql, values)
{
    public List<TModel> Items { get; } = [];

    internal override long RowCount => Items.Count;

    protected internal override void Read(Row row)
    {
        while (row.Step())
            Items.Add(materialise(row));
    }
}
