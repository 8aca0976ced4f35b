namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a column that never leaves the server: <c>Json(…)</c> does not write it, and a list of columns that names it does not compile.
/// </summary>
/// <remarks>
/// Texts, bytes and GUIDs that are named like a password or a token (<c>PasswordDigest</c>, <c>ResetToken</c>, <c>ApiKey</c>) are left out
/// of JSON without it; those a list of columns may name.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
