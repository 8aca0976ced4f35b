using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>A column in a migration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
/// <param name="Limit">The most characters of a text; null for no limit.</param>
/// <param name="Default">What rows get that are not given a value; NULL for none.</param>
/// <param name="References">The table whose id it holds; null for none.</param>
/// <param name="OnDelete">What happens to the row when the row that it refers to is deleted.</param>
public sealed record ColumnDefinition(
    string Name,
    ColumnKind Kind,
    bool IsNullable,
    int? Limit = null,
    DbValue Default = default,
    string? References = null,
    OnDelete OnDelete = OnDelete.Restrict
);
