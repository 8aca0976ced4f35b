using System.Text;
using Stryke.Web.Persistence.Migrations;

namespace Stryke.Web.Persistence.Sessions;

/// <summary>How a database writes SQL where databases differ. Everything that is the same everywhere stands in the writers.</summary>
public abstract class Dialect
{
    /// <summary>The parameter at a place, counted from 1: <c>?</c> here, <c>$1</c> elsewhere.</summary>
    public abstract void Parameter(StringBuilder sql, int place);

    /// <summary>The column as an operand of a comparison or an order, when its stored form needs help to compare as its type does.</summary>
    public abstract void Operand(StringBuilder sql, Column column);

    /// <summary>The end of a query that is cut: the parameters are the limit (when there is one), then the offset (when there is one).</summary>
    public abstract void LimitOffset(StringBuilder sql, bool limit, bool offset, ref int place);

    /// <summary>A case-insensitive match with <c>%</c> and <c>_</c>, or its negation; <c>\</c> escapes them.</summary>
    public abstract void Like(StringBuilder sql, Column column, bool negated, int place);

    /// <summary>The declaration of a column in <c>CREATE TABLE</c> and <c>ADD COLUMN</c>: name, type, constraints.</summary>
    public abstract string Define(ColumnDefinition column);

    /// <summary>The primary key that each table has.</summary>
    public abstract string PrimaryKey { get; }

    /// <summary>The statement that gives the definition of everything in the schema, in an order that never changes.</summary>
    public abstract Sql SchemaQuery { get; }

    /// <summary>A name in double quotes, as SQL has it (SQL-92 §5.2, delimited identifier).</summary>
    public static void Quote(StringBuilder sql, string name) => sql.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');

    /// <summary>A name in double quotes.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
