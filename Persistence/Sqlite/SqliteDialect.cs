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

    public override Sql SchemaQuery { get; } =
        new(
            "SELECT sql, tbl_name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                + "ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 ELSE 1 END, name"
        );

    public override Sql ColumnsQuery { get; } =
        new(
            "SELECT t.name, c.name, c.\"notnull\" = 0 AND c.pk = 0 FROM sqlite_master t JOIN pragma_table_info(t.name) c "
                + "WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid"
        );

    public override Sql IndicesQuery { get; } =
        new(
            "SELECT t.name, i.name, i.\"unique\", "
                + "i.partial = 0 AND NOT EXISTS (SELECT 1 FROM pragma_index_info(i.name) WHERE cid < 0), s.sql, c.name "
                + "FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN sqlite_master s ON s.type = 'index' AND s.name = i.name "
                + "JOIN pragma_index_info(i.name) c WHERE t.type = 'table' AND i.origin = 'c' ORDER BY t.name, i.name, c.seqno"
        );

    public override Sql ReferencesQuery { get; } =
        new(
            "SELECT t.name, f.\"from\", f.\"table\", f.\"to\" "
                + "FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
        );

    /// <summary>
    /// Exact decimals are texts; this makes them compare as numbers. It is named in statements only, never in the schema, so that other
    /// programs can still open the file.
    /// </summary>
    public static void AddCollations(sqlite3 connection) =>
        raw.sqlite3_create_collation(connection, DecimalCollation, null, CompareDecimals);

    public override void Parameter(StringBuilder sql, int place) => sql.Append('?');

    public override void Value(StringBuilder sql, Column column, bool nullIsDefault)
    {
        if (!nullIsDefault)
        {
            Quote(sql, column.Name);
            return;
        }
        // An expression has no affinity: the other operand would not be converted to the type of the column, as it is for the column itself
        // (https://sqlite.org/datatype3.html#affinity_of_expressions).
        string type = column.Kind switch
        {
            DbKind.Bool or DbKind.Integer => "INTEGER",
            DbKind.Real => "REAL",
            DbKind.Bytes => "BLOB",
            _ => "TEXT",
        };
        string replacement = Literal(DbValue.DefaultOf(column.Kind));
        Quote(sql.Append("CAST(COALESCE("), column.Name).Append(", ").Append(replacement).Append(") AS ").Append(type).Append(')');
    }

    public override void Operand(StringBuilder sql, Column column, bool nullIsDefault)
    {
        Value(sql, column, nullIsDefault);
        if (column.Kind == DbKind.Decimal)
            sql.Append(" COLLATE ").Append(DecimalCollation);
    }

    public override void LimitOffset(StringBuilder sql, bool limit, bool offset, ref int place)
    {
        // SQLite wants a LIMIT before an OFFSET; a negative one is none (https://sqlite.org/lang_select.html#the_limit_clause).
        if (limit)
            Parameter(sql.Append(" LIMIT "), ++place);
        else if (offset)
            sql.Append(" LIMIT -1");
        if (offset)
            Parameter(sql.Append(" OFFSET "), ++place);
    }

    public override void Like(StringBuilder sql, Column column, bool nullIsDefault, bool negated, int place)
    {
        Value(sql, column, nullIsDefault);
        Parameter(sql.Append(negated ? " NOT LIKE " : " LIKE "), place);
        sql.Append(" ESCAPE '\\'");
    }

    public override string Define(ColumnDefinition column)
    {
        var sql = new StringBuilder();
        Quote(sql, column.Name);
        sql.Append(' ').Append(TypeOf(column));
        if (!column.IsNullable)
            sql.Append(" NOT NULL");
        if (!column.Default.IsNull)
            sql.Append(" DEFAULT ").Append(Literal(column.Default));
        if (column.Limit is { } limit)
            sql.Append(CultureInfo.InvariantCulture, $" CHECK (length({Quote(column.Name)}) <= {limit})");
        if (column.References is { } other)
        {
            sql.Append(" REFERENCES ")
                .Append(Quote(other))
                .Append(" (\"id\")")
                .Append(
                    column.OnDelete switch
                    {
                        OnDelete.Cascade => " ON DELETE CASCADE",
                        OnDelete.SetNull => " ON DELETE SET NULL",
                        _ => "",
                    }
                );
        }
        return sql.ToString();
    }

    private static string TypeOf(ColumnDefinition column) =>
        column.Kind switch
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
            DbKind.Guid => InQuotes(value.Guid.ToString("D")),
            DbKind.Bytes => $"x'{Convert.ToHexString(value.Bytes)}'",
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
        return isLeft && isRight ? a.CompareTo(b)
            : isLeft != isRight ? isLeft.CompareTo(isRight)
            : string.CompareOrdinal(left, right);
    }
}
