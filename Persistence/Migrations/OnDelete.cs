namespace Stryke.Web.Persistence.Migrations;

/// <summary>What becomes of a row when the row that it points to is deleted.</summary>
public enum OnDelete
{
    /// <summary>The delete fails.</summary>
    Restrict,

    /// <summary>It is deleted too, by the database: its callbacks do not run.</summary>
    Cascade,

    /// <summary>It points to nothing.</summary>
    SetNull,
}
