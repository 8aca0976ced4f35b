using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Stryke.Web.Security;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// A form token: the session's secret, masked with fresh random bytes, behind them. Each page shows another text, so that a
/// compressed response does not give the secret away piece by piece (the BREACH attack).
/// </summary>
internal static class CsrfToken
{
    internal const int SecretBytes = 32;

    private const int TextLength = 86; // base64url of mask and masked secret

    internal static string NewSecret()
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        RandomNumberGenerator.Fill(secret);
        return Base64Url.EncodeToString(secret);
    }

    /// <summary>A token for a secret; null when the secret is none of ours.</summary>
    internal static string? Mask(string secret)
    {
        Span<byte> token = stackalloc byte[2 * SecretBytes];
        var masked = token[SecretBytes..];
        if (!TryDecode(secret, masked))
            return null;
        RandomNumberGenerator.Fill(token[..SecretBytes]);
        for (int i = 0; i < SecretBytes; i++)
            masked[i] ^= token[i];
        return Base64Url.EncodeToString(token);
    }

    internal static bool Fits(string token, string secret)
    {
        Span<byte> pair = stackalloc byte[2 * SecretBytes];
        Span<byte> expected = stackalloc byte[SecretBytes];
        if (token.Length != TextLength || !TryDecode(token, pair) || !TryDecode(secret, expected))
            return false;
        for (int i = 0; i < SecretBytes; i++)
            expected[i] ^= pair[i];
        return FixedTime.Equals(expected, pair[SecretBytes..]);
    }

    private static bool TryDecode(string text, Span<byte> destination)
    {
        Span<byte> utf8 = stackalloc byte[TextLength];
        return text.Length <= TextLength
            && Encoding.UTF8.TryGetBytes(text, utf8, out int length)
            && Base64Url.GetMaxDecodedLength(length) == destination.Length
            && Base64Url.IsValid(utf8[..length])
            && Base64Url.TryDecodeFromUtf8(utf8[..length], destination, out int written)
            && written == destination.Length;
    }
}
