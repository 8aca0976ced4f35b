using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Which columns hold something that no client should see, as far as their names tell: what a password is checked by, and what stands for
/// one.
/// </summary>
internal static class SecretNames
{
    // Anywhere in a name: PasswordDigest, EncryptedPassword, OtpSecret.
    private static readonly string[] Words = ["password", "passwd", "pwd", "passphrase", "passcode", "secret", "secrets"];

    // At its end: ResetToken, TokenDigest; but not TokenName.
    private static readonly string[] Ends =
    [
        "token",
        "token_digest",
        "token_hash",
        "remember_digest",
        "activation_digest",
        "reset_digest",
        "salt",
        "otp",
        "credential",
        "credentials",
        "api_key",
        "private_key",
        "access_key",
        "encryption_key",
        "signing_key",
        "api_key_digest",
        "api_key_hash",
        "recovery_code",
        "recovery_codes",
        "backup_code",
        "backup_codes",
    ];

    /// <summary>
    /// Whether a column is left out because of its name. Numbers, times and the like are not: <c>PasswordChangedAt</c> tells nothing.
    /// </summary>
    public static bool IsSecret(string property, ColumnKind kind)
    {
        if (kind is not (ColumnKind.Text or ColumnKind.Bytes or ColumnKind.Guid))
            return false;
        string name = "_" + Naming.SnakeCase(property);
        return name.Split('_').Any(word => Words.Contains(word)) || Ends.Any(end => name.EndsWith("_" + end, StringComparison.Ordinal));
    }
}
