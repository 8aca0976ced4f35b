namespace Stryke.Web.Persistence.Sessions;

/// <summary>The type of a <see cref="DbValue"/>. The dialect decides how each is stored.</summary>
public enum DbKind : byte
{
    /// <summary>SQL NULL.</summary>
    Null,

    /// <summary><see cref="bool"/>.</summary>
    Bool,

    /// <summary>A whole number of up to 64 bits, an enum's too.</summary>
    Integer,

    /// <summary><see cref="double"/>.</summary>
    Real,

    /// <summary><see cref="decimal"/>, kept exact.</summary>
    Decimal,

    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="System.DateTime"/> in UTC, exact to the tick.</summary>
    DateTime,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>An array of bytes.</summary>
    Bytes,
}
