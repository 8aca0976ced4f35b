namespace Stryke.Web.Compiler.Models;

/// <summary>The type of a column.</summary>
/// <param name="Kind">Which of the types that columns can have.</param>
/// <param name="Name">The type without its question mark: <c>int</c>, <c>global::Blog.State</c>.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record ColumnType(ColumnKind Kind, string Name, bool IsNullable)
{
    /// <summary>The type as it is declared.</summary>
    public string Declared => IsNullable ? Name + "?" : Name;

    public bool IsText => Kind == ColumnKind.Text;

    public bool IsNumber => Kind is ColumnKind.Int or ColumnKind.Long or ColumnKind.Double or ColumnKind.Decimal;

    public bool IsReferenceType => Kind is ColumnKind.Text or ColumnKind.Bytes;
}
