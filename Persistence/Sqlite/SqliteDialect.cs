using System.Globalization;
using System.Text;
using SQLitePCL;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>SQL as SQLite has it.</summary>
internal sealed class SqliteDialect : Dialect
{
    private const string DecimalCollation = "stryke_decimal";

    public static SqliteDialect Instance { get; } = new();

    public override string PrimaryKey => "\"id\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";

    public override Sql SchemaQuery { get; } = new(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' " +
        "ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 ELSE 1 END, name");

    /// <summary>
    /// Exact decimals are texts; this makes them compare as numbers. It is named in statements only, never in the schema, so that other programs
    /// can still open the file.
    /// </summary>
    public static void AddCollations(sqlite3 connection) => raw.sqlite3_create_collation(connection, DecimalCollation, null, CompareDecimals);

    public override void Parameter(StringBuilder sql, int place) => sql.Append('?');

    public override void Operand(StringBuilder sql, Column column)
    {
        Quote(sql, column.Name);
        if (column.Kind == DbKind.Decimal) sql.Append(" COLLATE ").Append(DecimalCollation);
    }

    public override void LimitOffset(StringBuilder sql, bool limit, bool offset, ref int place)
    {
        // SQLite wants a LIMIT before an OFFSET; a negative one is none (https://sqlite.org/lang_select.html#the_limit_clause).
        if (limit) Parameter(sql.Append(" LIMIT "), ++place);
        else if (offset) sql.Append(" LIMIT -1");
        if (offset) Parameter(sql.Append(" OFFSET "), ++place);
    }

    public override void Like(StringBuilder sql, Column column, bool negated, int place)
    {
        Quote(sql, column.Name);
        Parameter(sql.Append(negated ? " NOT LIKE " : " LIKE "), place);
        sql.Append(" ESCAPE '\\'");
    }

    public override string Define(ColumnDefinition column)
    {
        var sql = new StringBuilder();
        Quote(sql, column.Name);
        sql.Append(' ').Append(TypeOf(column));
        if (!column.IsNullable) sql.Append(" NOT NULL");
        if (!column.Default.IsNull) sql.Append(" DEFAULT ").Append(Literal(column.Default));
        if (column.Limit is { } limit) sql.Append(CultureInfo.InvariantCulture, $" CHECK (length({Quote(column.Name)}) <= {limit})");
        if (column.References is { } other)
        {
            sql.Append(" REFERENCES ").Append(Quote(other)).Append(" (\"id\")").Append(column.OnDelete switch
            {
                OnDelete.Cascade => " ON DELETE CASCADE",
                OnDelete.SetNull => " ON DELETE SET NULL",
                _ => "",
            });
        }
        return sql.ToString();
    }

    private static string TypeOf(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.String when column.Limit is { } limit => string.Create(CultureInfo.InvariantCulture, $"VARCHAR({limit})"),
        ColumnKind.Integer => "INTEGER",
        ColumnKind.Bool => "BOOLEAN",
        ColumnKind.Double => "REAL",
        ColumnKind.Binary => "BLOB",
        // Times, days, GUIDs and decimals as well: a type with another name would have numeric affinity, and change what is stored
        // (https://sqlite.org/datatype3.html#determination_of_column_affinity).
        _ => "TEXT",
    };

    private static string Literal(DbValue value)
    {
        Span<byte> text = stackalloc byte[64];
        return value.Kind switch
        {
            DbKind.Bool => value.Bool ? "1" : "0",
            DbKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
            DbKind.Real => value.Real.ToString("R", CultureInfo.InvariantCulture),
            DbKind.DateTime => InQuotes(Encoding.ASCII.GetString(SqliteTime.Format(value.DateTime, text))),
            DbKind.Date => InQuotes(Encoding.ASCII.GetString(SqliteTime.Format(value.Date, text))),
            DbKind.Decimal => InQuotes(value.Decimal.ToString(CultureInfo.InvariantCulture)),
            _ => InQuotes(value.Text),
        };
    }

    private static string InQuotes(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static int CompareDecimals(object data, string left, string right)
    {
        bool isLeft = decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal a);
        bool isRight = decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal b);
        return isLeft && isRight ? a.CompareTo(b) : isLeft != isRight ? isLeft.CompareTo(isRight) : string.CompareOrdinal(left, right);
    }
}
