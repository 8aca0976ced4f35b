using System.Security.Cryptography;
using System.Text;

namespace Stryke.Web.Security;

/// <summary>
/// One master key: 32 random bytes that nothing is ever sealed with directly. What is used are keys derived from it, one for
/// each purpose, by HKDF-SHA256 (RFC 5869).
/// </summary>
internal sealed class MasterKey
{
    internal const int LengthBytes = 32;
    internal const int IdBytes = 4;

    private readonly byte[] _secret;
    private uint? _id;

    private MasterKey(byte[] secret) => _secret = secret;

    /// <summary>Names the key inside a sealed text, so that the right one is tried first. Tells nothing about the key.</summary>
    /// <remarks>Derived at the first use, not at start-up: an app that seals nothing never loads the cryptography library.</remarks>
    internal uint Id => _id ??= DeriveId();

    internal static MasterKey Parse(string text, string source)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
            throw new MasterKeyException($"{source} is empty.");

        Span<byte> utf8 = stackalloc byte[128];
        byte[] secret = new byte[LengthBytes + 64];
        if (
            !Encoding.UTF8.TryGetBytes(trimmed, utf8, out int length)
            || !StrictBase64Url.TryDecode(utf8[..length], secret, out int decoded)
            || decoded != LengthBytes
        )
        {
            throw new MasterKeyException(
                $"{source} is not a master key: expected {StrictBase64Url.EncodedLength(LengthBytes)} characters of base64url "
                    + $"(A-Z a-z 0-9 - _, no padding) that hold {LengthBytes} random bytes; it has {trimmed.Length} characters"
                    + (trimmed.Length == StrictBase64Url.EncodedLength(LengthBytes) ? ", but not all of them are base64url." : ".")
            );
        }

        return new MasterKey(secret[..LengthBytes]);
    }

    internal void Derive(string kind, string purpose, Span<byte> key) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, key, salt: default, Encoding.UTF8.GetBytes($"stryke/{kind}/{purpose}"));

    internal bool HasSameSecret(MasterKey other) => FixedTime.Equals(_secret, other._secret);

    private uint DeriveId()
    {
        Span<byte> id = stackalloc byte[IdBytes];
        Derive("id", "", id);
        return BitConverter.ToUInt32(id);
    }
}
