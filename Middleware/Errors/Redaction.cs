namespace Stryke.Web.Middleware.Errors;

/// <summary>Which fields, headers and session values are never shown, by their names.</summary>
internal static class Redaction
{
    internal const string Mask = "[filtered]";

    private static readonly string[] SecretParts =
    [
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "cookie",
        "authorization",
        "session",
        "csrf",
        "api_key",
        "api-key",
        "apikey",
        "private_key",
        "access_key",
        "credential",
        "credit",
        "card",
        "cvv",
        "cvc",
        "iban",
        "ssn",
        "otp",
    ];

    /// <summary>The value, or what stands for it when its name says that it is a secret.</summary>
    internal static string Show(string name, string value) => IsSecret(name) ? Mask : value;

    internal static bool IsSecret(string name) =>
        Array.Exists(SecretParts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
