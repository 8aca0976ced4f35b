using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Persistence.Sqlite;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

/// <summary>The SQL of each step, forwards and backwards.</summary>
public sealed class MigrationSpec
{
    [Fact]
    public void Columns_of_every_kind()
    {
        Assert.Equal(
            [
                """
                CREATE TABLE "things" (
                  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                  "a" VARCHAR(20) NOT NULL DEFAULT 'it''s' CHECK (length("a") <= 20),
                  "b" TEXT,
                  "c" INTEGER DEFAULT 5,
                  "d" REAL DEFAULT 1.5,
                  "e" TEXT NOT NULL DEFAULT '1.50',
                  "f" BOOLEAN NOT NULL DEFAULT 0,
                  "g" BOOLEAN,
                  "h" TEXT DEFAULT '2026-04-26T00:00:00.0000000Z',
                  "i" TEXT DEFAULT '2026-04-26',
                  "j" TEXT,
                  "k" BLOB,
                  "owner_id" INTEGER NOT NULL REFERENCES "owners" ("id"),
                  "boss_id" INTEGER REFERENCES "people" ("id") ON DELETE SET NULL,
                  "part_id" INTEGER NOT NULL REFERENCES "parts" ("id") ON DELETE CASCADE,
                  "created_at" TEXT NOT NULL,
                  "updated_at" TEXT NOT NULL
                )
                """.ReplaceLineEndings("\n"),
                """CREATE INDEX "index_things_on_owner_id" ON "things" ("owner_id")""",
                """CREATE INDEX "index_things_on_boss_id" ON "things" ("boss_id")""",
            ],
            Up(m =>
                m.Create(
                    "things",
                    t =>
                    {
                        t.String("a", limit: 20, @null: false, @default: "it's");
                        t.Text("b");
                        t.Integer("c", @default: 5);
                        t.Double("d", @default: 1.5);
                        t.Decimal("e", @null: false, @default: 1.50m);
                        t.Bool("f", @default: false);
                        t.Bool("g");
                        t.DateTime("h", @default: new DateTime(2026, 4, 26, 0, 0, 0, DateTimeKind.Utc));
                        t.Date("i", @default: new DateOnly(2026, 4, 26));
                        t.Guid("j");
                        t.Binary("k");
                        t.References("owner");
                        t.References("boss", to: "people", @null: true, onDelete: OnDelete.SetNull);
                        t.References("part", index: false, onDelete: OnDelete.Cascade);
                        t.Timestamps();
                    }
                )
            )
        );
    }

    [Fact]
    public void Each_step_and_its_reverse()
    {
        Both(m => m.Create("a"), "CREATE TABLE \"a\" (\n  \"id\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL\n)", "DROP TABLE \"a\"");
        Both(
            m => m.Drop("a", _ => { }),
            "DROP TABLE \"a\"",
            "CREATE TABLE \"a\" (\n  \"id\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL\n)"
        );
        Both(m => m.Add("a", t => t.Text("b")), "ALTER TABLE \"a\" ADD COLUMN \"b\" TEXT", "ALTER TABLE \"a\" DROP COLUMN \"b\"");
        Both(m => m.Remove("a", t => t.Text("b")), "ALTER TABLE \"a\" DROP COLUMN \"b\"", "ALTER TABLE \"a\" ADD COLUMN \"b\" TEXT");
        Both(
            m => m.Rename("a", "b", "c"),
            "ALTER TABLE \"a\" RENAME COLUMN \"b\" TO \"c\"",
            "ALTER TABLE \"a\" RENAME COLUMN \"c\" TO \"b\""
        );
        Both(
            m => m.Index("a", ["b", "c"], unique: true),
            "CREATE UNIQUE INDEX \"index_a_on_b_and_c\" ON \"a\" (\"b\", \"c\")",
            "DROP INDEX \"index_a_on_b_and_c\""
        );
        Both(m => m.DropIndex("a", ["b"]), "DROP INDEX \"index_a_on_b\"", "CREATE INDEX \"index_a_on_b\" ON \"a\" (\"b\")");
    }

    [Fact]
    public void Names_are_quoted() =>
        Assert.StartsWith("CREATE TABLE \"a\"\"; DROP TABLE b; --\"", Up(m => m.Create("a\"; DROP TABLE b; --"))[0]);

    [Fact]
    public void Steps_are_undone_last_first()
    {
        Assert.Equal(
            ["DROP INDEX \"index_a_on_owner_id\"", "ALTER TABLE \"a\" DROP COLUMN \"owner_id\"", "DROP TABLE \"a\""],
            Down(m =>
            {
                m.Create("a");
                m.Add("a", t => t.References("owner"));
            })
        );
    }

    [Theory]
    [InlineData("drop", "Written cannot be undone: DropTable(\"a\") in Change does not say how. Write Up and Down in its place.")]
    [InlineData(
        "remove",
        "Written cannot be undone: RemoveColumn(\"a\", \"b\") in Change does not say how. Write Up and Down in its place."
    )]
    [InlineData("execute", "Written cannot be undone: Execute(\"SELECT 1\") in Change does not say how. Write Up and Down in its place.")]
    public void What_cannot_be_undone_names_Up_and_Down(string step, string message)
    {
        var error = Assert.Throws<MigrationException>(() =>
            Down(m =>
            {
                if (step == "drop")
                    m.Drop("a");
                else if (step == "remove")
                    m.Remove("a", "b");
                else
                    m.Run("SELECT 1");
            })
        );
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_migration_that_changes_nothing_says_so()
    {
        var error = Assert.Throws<MigrationException>(() => new Idle().Steps(up: true));
        Assert.Equal("Idle changes nothing: override Change, or Up and Down.", error.Message);
    }

    private static void Both(Action<Written> change, string up, string down)
    {
        Assert.Equal([up], Up(change));
        Assert.Equal([down], Down(change));
    }

    private static string[] Up(Action<Written> change) => Sql(new Written(change).Steps(up: true));

    private static string[] Down(Action<Written> change) => Sql(new Written(change).Steps(up: false));

    private static string[] Sql(IEnumerable<MigrationStep> steps) => [.. steps.SelectMany(step => step.Statements(SqliteDialect.Instance))];

    private sealed class Idle : Migration;
}
