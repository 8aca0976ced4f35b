using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SQLitePCL;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// A prepared statement, and the row it stands on. Values go in with sqlite3_bind_* and come out with sqlite3_column_*, with no
/// object between. How each type is stored is said in the README of this folder.
/// </summary>
internal sealed class SqliteStatement : Row, IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly string _sql;

    private SqliteStatement(sqlite3 connection, sqlite3_stmt statement, string sql)
    {
        _connection = connection;
        _statement = statement;
        _sql = sql;
    }

    /// <summary>Whether it is running.</summary>
    public bool IsBusy { get; set; }

    /// <summary>
    /// Prepares the first statement of a text; null when there is only white space or a comment. <paramref name="rest"/> is what follows
    /// it.
    /// </summary>
    public static SqliteStatement? Prepare(sqlite3 connection, string sql, ReadOnlySpan<byte> text, bool keep, out ReadOnlySpan<byte> rest)
    {
        // SQLite would read up to it and take what follows for nothing.
        if (text.Contains((byte)0))
            throw new DatabaseException($"SQL cannot hold U+0000: {sql.Replace('\0', '␀')}") { Sql = sql };
        int result = raw.sqlite3_prepare_v3(connection, text, keep ? (uint)raw.SQLITE_PREPARE_PERSISTENT : 0, out var statement, out rest);
        if (result != raw.SQLITE_OK)
            throw SqliteErrors.Of(connection, result, sql);
        return statement.IsInvalid ? null : new SqliteStatement(connection, statement, sql);
    }

    public void Bind(ReadOnlySpan<DbValue> values)
    {
        int places = raw.sqlite3_bind_parameter_count(_statement);
        if (places != values.Length)
        {
            throw new DatabaseException($"The statement has {places} places for values and was given {values.Length}: {_sql}")
            {
                Sql = _sql,
            };
        }
        for (int i = 0; i < values.Length; i++)
        {
            int result = Bind(i + 1, in values[i]);
            if (result != raw.SQLITE_OK)
                throw SqliteErrors.Of(_connection, result, _sql);
        }
    }

    public override bool Step()
    {
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result == raw.SQLITE_DONE)
            return false;
        throw SqliteErrors.Of(_connection, result, _sql);
    }

    /// <summary>Makes it ready to run again; its locks and values go.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(_statement);
        raw.sqlite3_clear_bindings(_statement);
        IsBusy = false;
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override bool GetBool(int column) => raw.sqlite3_column_int64(_statement, column) != 0;

    public override int GetInt32(int column)
    {
        long value = GetInt64(column);
        return value == (int)value ? (int)value : throw Unreadable(column, "a whole number of 32 bits");
    }

    public override long GetInt64(int column)
    {
        long value = raw.sqlite3_column_int64(_statement, column);
        // SQLite keeps a number past 64 bits as a REAL, and gives the nearest that there is.
        bool isCut = value is long.MaxValue or long.MinValue && raw.sqlite3_column_type(_statement, column) != raw.SQLITE_INTEGER;
        return isCut ? throw Unreadable(column, "a whole number of 64 bits") : value;
    }

    public override double GetDouble(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>The bytes of a text are asked for as a blob: that gives their number, so that a text may hold U+0000.</summary>
    public override string GetText(int column) => Encoding.UTF8.GetString(Bytes(column));

    public override byte[] GetBytes(int column) => Bytes(column).ToArray();

    public override decimal GetDecimal(int column)
    {
        var text = Text(column);
        if (text.IsEmpty)
            return default;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Unreadable(column, "a decimal");
    }

    public override DateTime GetDateTime(int column)
    {
        var text = Bytes(column);
        if (text.IsEmpty)
            return new DateTime(0, DateTimeKind.Utc);
        return SqliteTime.TryParse(text, out DateTime time) ? time : throw Unreadable(column, "a time");
    }

    public override DateOnly GetDate(int column)
    {
        var text = Bytes(column);
        if (text.IsEmpty)
            return default;
        return SqliteTime.TryParse(text, out DateOnly day) ? day : throw Unreadable(column, "a date");
    }

    public override Guid GetGuid(int column)
    {
        var text = Bytes(column);
        if (text.IsEmpty)
            return default;
        return Utf8Parser.TryParse(text, out Guid value, out int used, 'D') && used == text.Length
            ? value
            : throw Unreadable(column, "a GUID");
    }

    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>The text of a column, converted by SQLite when it holds a number (a row that something else wrote).</summary>
    private ReadOnlySpan<byte> Text(int column)
    {
        if (raw.sqlite3_column_type(_statement, column) is not (raw.SQLITE_INTEGER or raw.SQLITE_FLOAT))
            return Bytes(column);
        raw.sqlite3_column_text(_statement, column);
        return Bytes(column);
    }

    private int Bind(int place, in DbValue value)
    {
        Span<byte> text = stackalloc byte[64];
        switch (value.Kind)
        {
            case DbKind.Null:
                return raw.sqlite3_bind_null(_statement, place);
            case DbKind.Bool or DbKind.Integer:
                return raw.sqlite3_bind_int64(_statement, place, value.Integer);
            case DbKind.Real:
                // SQLite stores NaN as NULL, which would come back as something else.
                if (double.IsNaN(value.Real))
                    throw new DatabaseException("NaN cannot be stored: use null, or a number.") { Sql = _sql };
                return raw.sqlite3_bind_double(_statement, place, value.Real);
            case DbKind.Text:
                return BindText(place, value.Text);
            case DbKind.Bytes:
                return value.Bytes.Length == 0
                    ? raw.sqlite3_bind_zeroblob(_statement, place, 0)
                    : raw.sqlite3_bind_blob(_statement, place, value.Bytes);
            case DbKind.DateTime:
                return raw.sqlite3_bind_text(_statement, place, SqliteTime.Format(value.DateTime, text));
            case DbKind.Date:
                return raw.sqlite3_bind_text(_statement, place, SqliteTime.Format(value.Date, text));
            case DbKind.Decimal:
                value.Decimal.TryFormat(text, out int written, provider: CultureInfo.InvariantCulture);
                return raw.sqlite3_bind_text(_statement, place, text[..written]);
            default:
                value.Guid.TryFormat(text, out int length, "D");
                return raw.sqlite3_bind_text(_statement, place, text[..length]);
        }
    }

    private int BindText(int place, string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= 512)
        {
            Span<byte> utf8 = stackalloc byte[512];
            return raw.sqlite3_bind_text(_statement, place, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
        }
        byte[] rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(_statement, place, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private DatabaseException Unreadable(int column, string what)
    {
        string name = raw.sqlite3_column_name(_statement, column).utf8_to_string();
        return new DatabaseException($"{name} holds \"{Encoding.UTF8.GetString(Text(column))}\", which is not {what}.") { Sql = _sql };
    }
}
