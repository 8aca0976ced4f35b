using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Specs.Persistence;

/// <summary>Takes the first column of all rows as text.</summary>
internal sealed class RowsCommand(string sql) : Command(new Sql(sql, isCached: false), [])
{
    public List<string> Rows { get; } = [];

    protected internal override void Read(Row row)
    {
        while (row.Step())
            Rows.Add(row.GetText(0));
    }
}
