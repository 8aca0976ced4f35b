namespace Stryke.Web.Compiler.Models;

/// <summary>Whether a column or an association is written as JSON.</summary>
internal enum JsonUse
{
    /// <summary>Always, an association when it is loaded.</summary>
    Written,

    /// <summary>Only where a list of columns names it: it is marked <c>[JsonIgnore]</c>, or named like a password.</summary>
    Listed,

    /// <summary>Never, and naming it is an error: it is <c>[Secret]</c>.</summary>
    Secret,

    /// <summary>Never, and nobody can name it: it is not public.</summary>
    Hidden,
}
