using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Saving;

/// <summary>Reads a model's row into the model.</summary>
internal sealed class ReloadCommand(Sql sql, Model model) : Command(sql, [DbValue.Of(model.Id)])
{
    public bool Found { get; private set; }

    internal override long RowCount => Found ? 1 : 0;

    protected internal override void Read(Row row)
    {
        if (!row.Step())
            return;
        Found = true;
        model.LoadFrom(row);
        base.Read(row);
    }
}
