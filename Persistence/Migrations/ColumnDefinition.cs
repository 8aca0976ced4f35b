using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>A column as a migration declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Whether it may be NULL.</param>
/// <param name="Limit">The most characters of a text; null for no limit.</param>
/// <param name="Default">What rows get that are not given a value; NULL for none.</param>
/// <param name="References">The table whose id it holds; null for none.</param>
/// <param name="OnDelete">What becomes of the row when the one it points to goes.</param>
public sealed record ColumnDefinition(
    string Name,
    ColumnKind Kind,
    bool IsNullable,
    int? Limit = null,
    DbValue Default = default,
    string? References = null,
    OnDelete OnDelete = OnDelete.Restrict
);
