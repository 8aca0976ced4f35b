namespace Stryke.Web.Security;

/// <summary>
/// A master key is missing or malformed. The message says what was expected and how to make a key; it never repeats the key.
/// </summary>
/// <param name="message">What is wrong, in a sentence.</param>
public sealed class MasterKeyException(string message)
    : Exception($"{message} Make one with the app's own command `secrets key` and keep it secret.");
