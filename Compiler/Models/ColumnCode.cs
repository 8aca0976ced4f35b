using Microsoft.CodeAnalysis.CSharp;

namespace Stryke.Web.Compiler.Models;

/// <summary>What is written for a column, by its type.</summary>
internal static class ColumnCode
{
    public const string Persistence = "global::Stryke.Web.Persistence";
    public const string Sessions = Persistence + ".Sessions";
    public const string Input = Persistence + ".Validation.Input";
    public const string DbValue = Sessions + ".DbValue";

    /// <summary>The class of the column.</summary>
    public static string Class(ColumnType type) =>
        type.Kind switch
        {
            ColumnKind.Text => $"{Persistence}.StringColumn",
            ColumnKind.Bool when !type.IsNullable => $"{Persistence}.BoolColumn",
            ColumnKind.Bool or ColumnKind.Guid or ColumnKind.Bytes or ColumnKind.Enum => $"{Persistence}.Column<{type.Declared}>",
            _ => $"{Persistence}.ComparableColumn<{type.Declared}>",
        };

    /// <summary>The arguments that make the column.</summary>
    public static string Arguments(ColumnProperty column, int ordinal)
    {
        string common = $"{ordinal}, {Literal(column.ColumnName)}, {Literal(column.Name)}, {Literal(column.Label)}";
        string nullable = column.Type.IsNullable ? "isNullable: true" : "isNullable: false";
        return column.Type.Kind switch
        {
            ColumnKind.Text => $"{common}, {nullable}",
            ColumnKind.Bool when !column.Type.IsNullable => common,
            ColumnKind.Enum =>
                $"{common}, {Sessions}.DbKind.{DbKind(column.Type)}, {nullable}, static value => {Value(column.Type, "value")}",
            _ => $"{common}, {Sessions}.DbKind.{DbKind(column.Type)}, {nullable}, {DbValue}.Of",
        };
    }

    /// <summary>A parameter of a value.</summary>
    public static string Value(ColumnType type, string value) =>
        type.Kind == ColumnKind.Enum ? $"{DbValue}.Of(({(type.IsNullable ? "long?" : "long")}){value})" : $"{DbValue}.Of({value})";

    /// <summary>The value in a row.</summary>
    public static string Read(ColumnType type, int ordinal)
    {
        string read = type.Kind switch
        {
            ColumnKind.Text => $"row.GetText({ordinal})",
            ColumnKind.Bool => $"row.GetBool({ordinal})",
            ColumnKind.Int => $"row.GetInt32({ordinal})",
            ColumnKind.Long => $"row.GetInt64({ordinal})",
            ColumnKind.Double => $"row.GetDouble({ordinal})",
            ColumnKind.Decimal => $"row.GetDecimal({ordinal})",
            ColumnKind.DateTime => $"row.GetDateTime({ordinal})",
            ColumnKind.Date => $"row.GetDate({ordinal})",
            ColumnKind.Guid => $"row.GetGuid({ordinal})",
            ColumnKind.Bytes => $"row.GetBytes({ordinal})",
            _ => $"({type.Name})row.GetInt64({ordinal})",
        };
        return type.IsNullable ? $"row.IsNull({ordinal}) ? null : {read}" : read;
    }

    /// <summary>The value as text.</summary>
    public static string Format(ColumnType type, string field) =>
        type.Kind == ColumnKind.Enum ? $"{field}{(type.IsNullable ? "?" : "")}.ToString()" : $"{Input}.Text({field})";

    /// <summary>What a field holds before it is set; empty where the default does.</summary>
    public static string Initial(ColumnType type) =>
        type switch
        {
            { IsNullable: true } => "",
            { Kind: ColumnKind.Text } => " = \"\"",
            { Kind: ColumnKind.Bytes } => " = []",
            { Kind: ColumnKind.DateTime } => " = new(0, global::System.DateTimeKind.Utc)",
            _ => "",
        };

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string DbKind(ColumnType type) =>
        type.Kind switch
        {
            ColumnKind.Int or ColumnKind.Long or ColumnKind.Enum => "Integer",
            ColumnKind.Double => "Real",
            var kind => kind.ToString(),
        };
}
