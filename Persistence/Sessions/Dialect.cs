using System.Text;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Persistence.Sessions;

/// <summary>The SQL of a database where databases differ.</summary>
public abstract class Dialect
{
    /// <summary>The parameter at a place, counted from 1: <c>?</c> here, <c>$1</c> elsewhere.</summary>
    public abstract void Parameter(StringBuilder sql, int place);

    /// <summary>The column as its property has it: where NULL is the default of the property's type, that default.</summary>
    public abstract void Value(StringBuilder sql, Column column, bool nullIsDefault);

    /// <summary>
    /// The column as an operand of a comparison or an order, with the help that its stored form needs to compare as its type does.
    /// </summary>
    public abstract void Operand(StringBuilder sql, Column column, bool nullIsDefault);

    /// <summary>
    /// The end of a query that is cut: the parameters are the limit (when there is one), then the offset (when there is one).
    /// </summary>
    public abstract void LimitOffset(StringBuilder sql, bool limit, bool offset, ref int place);

    /// <summary>A case-insensitive match with <c>%</c> and <c>_</c>, or its negation; <c>\</c> escapes them.</summary>
    public abstract void Like(StringBuilder sql, Column column, bool nullIsDefault, bool negated, int place);

    /// <summary>The declaration of a column in <c>CREATE TABLE</c> and <c>ADD COLUMN</c>: name, type, constraints.</summary>
    public abstract string Define(ColumnDefinition column);

    /// <summary>The primary key that each table has.</summary>
    public abstract string PrimaryKey { get; }

    /// <summary>How many values a statement can have.</summary>
    public virtual int MaxParameters => 32_766;

    /// <summary>The statement that gives the columns of all tables and views: table, column, and whether it may be NULL.</summary>
    public abstract Sql ColumnsQuery { get; }

    /// <summary>
    /// The statement that gives the columns of the indices that CREATE INDEX made, in order: table, index, whether it is unique, whether it
    /// is plain (neither partial nor over expressions), its definition, and the column, NULL for an expression.
    /// </summary>
    public abstract Sql IndicesQuery { get; }

    /// <summary>
    /// The statement that gives the foreign keys: table, column, the table it refers to, and the column there, NULL for its primary key.
    /// </summary>
    public abstract Sql ReferencesQuery { get; }

    /// <summary>
    /// The statement that gives the definition of everything in the schema, and its table, in an order that never changes.
    /// </summary>
    public abstract Sql SchemaQuery { get; }

    /// <summary>A name in double quotes, as SQL has it (SQL-92 §5.2, delimited identifier).</summary>
    public static StringBuilder Quote(StringBuilder sql, string name) =>
        sql.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');

    /// <summary>A name in double quotes.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
