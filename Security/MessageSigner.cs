using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Stryke.Web.Security;

/// <summary>
/// Signs messages of one purpose, so that others can read but not alter them: HMAC-SHA256 (RFC 2104), written in base64url. Made by
/// <see cref="KeyRing.Signer"/>. For secrets, use <see cref="MessageSealer"/>.
/// </summary>
/// <remarks>
/// Shape before base64url: version (1 byte, 1), key id (4), expiry (8, Unix seconds, little endian), message, MAC (32) of all before it.
/// The purpose is part of the key. Thread-safe.
/// </remarks>
public sealed class MessageSigner
{
    private const byte Version = 1;
    private const int HeadBytes = 1 + MasterKey.IdBytes + 8;
    private const int MacBytes = HMACSHA256.HashSizeInBytes;

    private readonly Lazy<(uint Id, byte[] Secret)[]> _keys;

    internal MessageSigner(string purpose, MasterKey[] keys) =>
        _keys = new Lazy<(uint, byte[])[]>(() =>
            Array.ConvertAll(
                keys,
                key =>
                {
                    byte[] secret = new byte[MacBytes];
                    key.Derive("sign", purpose, secret);
                    return (key.Id, secret);
                }
            )
        );

    /// <summary>Signs a message and returns the text that carries both.</summary>
    /// <param name="message">The message. It stays readable.</param>
    /// <param name="expiresAt">Unix seconds from which the text is refused; <see cref="MessageSealer.Never"/> for no end.</param>
    public string Sign(ReadOnlySpan<byte> message, long expiresAt = MessageSealer.Never)
    {
        var (id, secret) = _keys.Value[0];
        byte[] raw = new byte[HeadBytes + message.Length + MacBytes];
        raw[0] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(raw.AsSpan(1), id);
        BinaryPrimitives.WriteInt64LittleEndian(raw.AsSpan(1 + MasterKey.IdBytes), expiresAt);
        message.CopyTo(raw.AsSpan(HeadBytes));
        HMACSHA256.HashData(secret, raw.AsSpan(0, raw.Length - MacBytes), raw.AsSpan(raw.Length - MacBytes));
        return Base64Url.EncodeToString(raw);
    }

    /// <summary>
    /// The message of a signed text; null, whatever the reason, when it is malformed, altered, signed by an unknown key or for
    /// another purpose, or expired.
    /// </summary>
    /// <param name="text">What <see cref="Sign"/> returned.</param>
    /// <param name="now">The current time, in Unix seconds.</param>
    public byte[]? Verify(string text, long now)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] raw = new byte[StrictBase64Url.MaxDecodedLength(utf8.Length)];
        if (!StrictBase64Url.TryDecode(utf8, raw, out int length) || length < HeadBytes + MacBytes || raw[0] != Version)
            return null;

        var signed = raw.AsSpan(0, length - MacBytes);
        if (!IsAuthentic(signed, raw.AsSpan(length - MacBytes, MacBytes)))
            return null;
        if (now >= BinaryPrimitives.ReadInt64LittleEndian(signed[(1 + MasterKey.IdBytes)..]))
            return null;
        return signed[HeadBytes..].ToArray();
    }

    private bool IsAuthentic(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> mac)
    {
        uint claimed = BinaryPrimitives.ReadUInt32LittleEndian(signed[1..]);
        Span<byte> expected = stackalloc byte[MacBytes];
        foreach (var (id, secret) in _keys.Value)
        {
            if (id != claimed)
                continue;
            HMACSHA256.HashData(secret, signed, expected);
            if (FixedTime.Equals(expected, mac))
                return true;
        }

        return false;
    }
}
