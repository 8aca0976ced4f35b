namespace Stryke.Web.Persistence.Migrations;

/// <summary>What a column of a migration holds.</summary>
public enum ColumnKind
{
    /// <summary>Text with a limit: <see cref="string"/>.</summary>
    String,

    /// <summary>Text of any length: <see cref="string"/>.</summary>
    Text,

    /// <summary>A whole number: <see cref="int"/>, <see cref="long"/>, an enum.</summary>
    Integer,

    /// <summary>A floating-point number: <see cref="double"/>.</summary>
    Double,

    /// <summary>An exact number: <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary><see cref="bool"/>.</summary>
    Bool,

    /// <summary>A time in UTC: <see cref="System.DateTime"/>.</summary>
    DateTime,

    /// <summary>A day: <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>Bytes.</summary>
    Binary,
}
