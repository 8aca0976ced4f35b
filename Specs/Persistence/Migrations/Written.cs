using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>A migration that a spec writes.</summary>
internal sealed class Written(Action<Written> up, Action<Written>? down = null) : Migration
{
    public override void Change() => up(this);

    public override void Down()
    {
        if (down is null)
            base.Down();
        else
            down(this);
    }

    public void Create(string table, Action<TableDefinition>? define = null) => CreateTable(table, define ?? (_ => { }));

    public void Drop(string table, Action<TableDefinition>? define = null) => DropTable(table, define);

    public void Add(string table, Action<TableDefinition> define) => AddColumn(table, define);

    public void Remove(string table, string column) => RemoveColumn(table, column);

    public void Remove(string table, Action<TableDefinition> define) => RemoveColumn(table, define);

    public void Rename(string table, string from, string to) => RenameColumn(table, from, to);

    public void Index(string table, string[] columns, bool unique = false) => AddIndex(table, columns, unique);

    public void DropIndex(string table, string[] columns) => RemoveIndex(table, columns);

    public void Run(string sql) => Execute(sql);
}
