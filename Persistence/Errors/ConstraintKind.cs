namespace Stryke.Web.Persistence;

/// <summary>Which constraint of the schema a write has broken.</summary>
public enum ConstraintKind
{
    /// <summary>Another row has the value already.</summary>
    Unique,

    /// <summary>A column must have a value.</summary>
    NotNull,

    /// <summary>The row that is pointed to does not exist, or is still pointed to.</summary>
    ForeignKey,

    /// <summary>A CHECK of the table.</summary>
    Check,

    /// <summary>Anything else.</summary>
    Other,
}
