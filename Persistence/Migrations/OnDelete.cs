namespace Stryke.Web.Persistence.Migrations;

/// <summary>What happens to a row when the row that it refers to is deleted.</summary>
public enum OnDelete
{
    /// <summary>The delete fails.</summary>
    Restrict,

    /// <summary>It is deleted too, by the database: its callbacks do not run.</summary>
    Cascade,

    /// <summary>Its column becomes NULL.</summary>
    SetNull,
}
