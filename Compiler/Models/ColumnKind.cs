namespace Stryke.Web.Compiler.Models;

/// <summary>The types that columns can have.</summary>
internal enum ColumnKind
{
    Text,
    Bool,
    Int,
    Long,
    Double,
    Decimal,
    DateTime,
    Date,
    Guid,
    Bytes,
    Enum,
}
