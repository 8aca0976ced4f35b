using Stryke.Web.Persistence.Migrations;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>Definitions in one style, whoever wrote them.</summary>
public sealed class SchemaTextSpec
{
    [Theory]
    [InlineData("CREATE TABLE a (x)", "CREATE TABLE \"a\" (\n  \"x\"\n)")]
    [InlineData(
        "create table if not exists [a] (`x` integer primary key, y varchar (20) not null default 'it''s' unique)",
        "CREATE TABLE IF NOT EXISTS \"a\" (\n  \"x\" INTEGER PRIMARY KEY,\n  \"y\" VARCHAR(20) NOT NULL DEFAULT 'it''s' UNIQUE\n)"
    )]
    [InlineData(
        "CREATE TABLE \"a\" (\n  \"x\" TEXT NOT NULL\n, \"y\" BOOLEAN NOT NULL DEFAULT 0)",
        "CREATE TABLE \"a\" (\n  \"x\" TEXT NOT NULL,\n  \"y\" BOOLEAN NOT NULL DEFAULT 0\n)"
    )]
    [InlineData(
        "CREATE TABLE a(x TEXT /* why */ CHECK(length(x)<=3 and x not in ('b', 'c')), -- so\n y REAL DEFAULT -1.5)",
        "CREATE TABLE \"a\" (\n  \"x\" TEXT CHECK (length(\"x\") <= 3 AND \"x\" NOT IN ('b', 'c')),\n  \"y\" REAL DEFAULT -1.5\n)"
    )]
    [InlineData(
        "CREATE TABLE a (x int references b(id) on delete cascade, y, constraint one unique (x, y), foreign key (y) "
            + "references c (d)) strict, without rowid",
        "CREATE TABLE \"a\" (\n  \"x\" INT REFERENCES \"b\" (\"id\") ON DELETE CASCADE,\n  \"y\",\n  CONSTRAINT \"one\" "
            + "UNIQUE (\"x\", \"y\"),\n  FOREIGN KEY (\"y\") REFERENCES \"c\" (\"d\")\n) STRICT, WITHOUT ROWID"
    )]
    [InlineData(
        "CREATE TABLE a (begin TEXT, x BLOB DEFAULT x'00', y GENERATED ALWAYS AS (upper(x) || 'z') STORED)",
        "CREATE TABLE \"a\" (\n  \"begin\" TEXT,\n  \"x\" BLOB DEFAULT x'00',\n  \"y\" GENERATED ALWAYS AS (upper(\"x\") || 'z') STORED\n)"
    )]
    [InlineData(
        "CREATE UNIQUE INDEX i on a(x desc, lower(y)) where y is not null",
        "CREATE UNIQUE INDEX \"i\" ON \"a\" (\"x\" DESC, lower(\"y\")) WHERE \"y\" IS NOT NULL"
    )]
    [InlineData("CREATE VIEW v AS\r\nselect x from a", "CREATE VIEW v AS\nselect x from a")]
    public void A_definition_is_written_in_our_style(string sql, string expected) =>
        Assert.Equal(expected, SchemaText.Format(sql, ["x", "y", "begin"]));

    [Fact]
    public async Task What_is_written_makes_the_same_schema_again()
    {
        using var place = LibraryPlace.Open();
        await place.Database.Execute(
            """
            create table odd (id integer primary key, [order] text collate nocase, n real default 1e-5 check (n > -1 and n - 1 < 5),
              kind text not null default 'a' check (kind in ('a', 'b')), made text default current_timestamp, unique (kind, "order"));
            create index odd_kind on odd (kind collate nocase desc) where n <> 3 or kind like '%b\_' escape '\';
            create trigger odd_made after insert on odd begin update odd set made = 'now' where id = new.id; end;
            create view odds as select id, kind from odd
            """
        );
        await place.Database.Execute("alter table odd add column late text default 'x'");
        var first = await new MigrationLedger(place.Database).Definitions();
        using var again = LibraryPlace.OpenEmpty();
        await again.Database.Execute(string.Join(";\n", first));
        Assert.Equal(first, await new MigrationLedger(again.Database).Definitions());
        Assert.Equal(await Columns(place), await Columns(again));
        Assert.Contains(
            "CREATE INDEX \"odd_kind\" ON \"odd\" (\"kind\" COLLATE NOCASE DESC) WHERE \"n\" <> 3 OR \"kind\" LIKE '%b\\_' ESCAPE '\\'",
            first
        );
    }

    private static async Task<List<string>> Columns(LibraryPlace place)
    {
        var rows = new RowsCommand(
            "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || "
                + "upper(coalesce(c.dflt_value, '-')) FROM sqlite_master t JOIN pragma_table_info(t.name) c ORDER BY 1"
        );
        await place.Database.Connection.Reader.Run(rows);
        return rows.Rows;
    }
}
