using System.Diagnostics.CodeAnalysis;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// The columns of a table as a migration declares them. May be NULL unless <c>@null: false</c>. One that is added to a table may meet rows:
/// when it is NOT NULL and no default is given, they get the default of its type.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "The kinds of columns are called like their types.")]
public sealed class TableDefinition
{
    private readonly List<ColumnDefinition> _columns = [];
    private readonly List<AddIndexStep> _indices = [];

    private readonly bool _isAddition;

    private TableDefinition(string name, bool isAddition)
    {
        Name = name;
        _isAddition = isAddition;
    }

    /// <summary>The table.</summary>
    public string Name { get; }

    internal IReadOnlyList<ColumnDefinition> Columns => _columns;

    internal IReadOnlyList<AddIndexStep> Indices => _indices;

    /// <summary>A text of at most <paramref name="limit"/> characters (code points), which the database enforces.</summary>
    public void String(string name, int? limit = null, bool @null = true, string? @default = null) =>
        Add(name, ColumnKind.String, @null, DbValue.Of(@default), limit);

    /// <summary>A text of any length.</summary>
    public void Text(string name, bool @null = true, string? @default = null) => Add(name, ColumnKind.Text, @null, DbValue.Of(@default));

    /// <summary>A whole number of up to 64 bits, or an enum.</summary>
    public void Integer(string name, bool @null = true, long? @default = null) =>
        Add(name, ColumnKind.Integer, @null, DbValue.Of(@default));

    /// <summary>A floating-point number.</summary>
    public void Double(string name, bool @null = true, double? @default = null) =>
        Add(name, ColumnKind.Double, @null, DbValue.Of(@default));

    /// <summary>An exact number: money.</summary>
    public void Decimal(string name, bool @null = true, decimal? @default = null) =>
        Add(name, ColumnKind.Decimal, @null, DbValue.Of(@default));

    /// <summary>
    /// True or false. NOT NULL when it has a default, and when it is added to a table, where rows get false; unless <c>@null: true</c>.
    /// </summary>
    public void Bool(string name, bool? @null = null, bool? @default = null) =>
        Add(name, ColumnKind.Bool, @null ?? (@default is null && !_isAddition), DbValue.Of(@default));

    /// <summary>A time in UTC.</summary>
    public void DateTime(string name, bool @null = true, DateTime? @default = null) =>
        Add(name, ColumnKind.DateTime, @null, DbValue.Of(@default));

    /// <summary>A day.</summary>
    public void Date(string name, bool @null = true, DateOnly? @default = null) => Add(name, ColumnKind.Date, @null, DbValue.Of(@default));

    /// <summary>A GUID.</summary>
    public void Guid(string name, bool @null = true) => Add(name, ColumnKind.Guid, @null, DbValue.Null);

    /// <summary>Bytes.</summary>
    public void Binary(string name, bool @null = true) => Add(name, ColumnKind.Binary, @null, DbValue.Null);

    /// <summary>
    /// The id of a row of another table, with a foreign key and an index: <c>References("author", to: "users")</c> is the column
    /// <c>author_id</c>.
    /// </summary>
    /// <param name="name">Its name without <c>_id</c>.</param>
    /// <param name="to">
    /// The table; the plural of <paramref name="name"/> when not given. It must be there when the migration has run.
    /// </param>
    /// <param name="null">Whether it may point to nothing.</param>
    /// <param name="index">Whether it gets an index.</param>
    /// <param name="onDelete">What happens to the row when the other is deleted.</param>
    public void References(string name, string? to = null, bool @null = false, bool index = true, OnDelete onDelete = OnDelete.Restrict)
    {
        string column = name + "_id";
        to ??= Inflector.Pluralize(name);
        _columns.Add(new ColumnDefinition(column, ColumnKind.Integer, @null, References: to, OnDelete: onDelete));
        if (index)
            _indices.Add(new AddIndexStep(Name, [column], unique: false, name: null));
    }

    /// <summary><c>created_at</c> and <c>updated_at</c>, which models fill by themselves.</summary>
    public void Timestamps()
    {
        Add("created_at", ColumnKind.DateTime, isNullable: false, DbValue.Null);
        Add("updated_at", ColumnKind.DateTime, isNullable: false, DbValue.Null);
    }

    /// <summary>The columns of a new table.</summary>
    internal static TableDefinition Of(string name, Action<TableDefinition> define) => Of(name, define, isAddition: false);

    /// <summary>Columns that are added to a table.</summary>
    internal static TableDefinition OfAddition(string name, Action<TableDefinition> define) => Of(name, define, isAddition: true);

    private static TableDefinition Of(string name, Action<TableDefinition> define, bool isAddition)
    {
        var table = new TableDefinition(name, isAddition);
        define(table);
        return table;
    }

    private void Add(string name, ColumnKind kind, bool isNullable, DbValue @default, int? limit = null)
    {
        bool needsDefault = _isAddition && !isNullable && @default.IsNull;
        _columns.Add(new ColumnDefinition(name, kind, isNullable, limit, needsDefault ? DbValue.DefaultOf(StoredAs(kind)) : @default));
    }

    private static DbKind StoredAs(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.String or ColumnKind.Text => DbKind.Text,
            ColumnKind.Double => DbKind.Real,
            ColumnKind.Binary => DbKind.Bytes,
            ColumnKind.Integer => DbKind.Integer,
            ColumnKind.Decimal => DbKind.Decimal,
            ColumnKind.Bool => DbKind.Bool,
            ColumnKind.DateTime => DbKind.DateTime,
            ColumnKind.Date => DbKind.Date,
            _ => DbKind.Guid,
        };
}
