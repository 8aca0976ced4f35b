using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Stryke.Web.Security;

/// <summary>
/// Seals messages of one purpose, so that nobody else can read or alter them: AES-256-GCM (NIST SP 800-38D) with a random nonce, written in
/// base64url. Made by <see cref="KeyRing.Sealer"/>.
/// </summary>
/// <remarks>
/// Shape before base64url: version (1 byte, 1), key id (4), nonce (12), tag (16), ciphertext of expiry (8, Unix seconds, little endian) and
/// message. The purpose, the version and the key id are associated data. Random nonces are safe for 2³² messages under one master key (SP
/// 800-38D §8.3); rotate it before that. Thread-safe, and without allocation in the span members.
/// </remarks>
public sealed class MessageSealer
{
    internal const int TagBytes = 16;

    /// <summary>An expiry that never comes.</summary>
    public const long Never = long.MaxValue;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int HeadBytes = 1 + MasterKey.IdBytes;
    private const int ExpiryBytes = 8;
    private const int OverheadBytes = HeadBytes + NonceBytes + TagBytes + ExpiryBytes;

    private readonly Lazy<SealingKey[]> _keys;
    private readonly byte[] _purpose;

    internal MessageSealer(string purpose, MasterKey[] keys)
    {
        _purpose = Encoding.UTF8.GetBytes(purpose);
        _keys = new Lazy<SealingKey[]>(() => Array.ConvertAll(keys, key => new SealingKey(key, purpose)));
    }

    /// <summary>How many characters a sealed message of that many bytes has.</summary>
    public static int SealedLength(int messageBytes) => StrictBase64Url.EncodedLength(OverheadBytes + messageBytes);

    /// <summary>How many bytes the message in a sealed text of that many characters can have at most.</summary>
    public static int MaxMessageLength(int sealedCharacters) =>
        Math.Max(0, StrictBase64Url.MaxDecodedLength(sealedCharacters) - OverheadBytes);

    /// <summary>Seals a message into <paramref name="destination"/> as base64url and returns the number of characters.</summary>
    /// <param name="message">The message.</param>
    /// <param name="destination">At least <see cref="SealedLength"/> of the message's length.</param>
    /// <param name="expiresAt">Unix seconds from which the text is refused; <see cref="Never"/> for no end.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    public int Seal(ReadOnlySpan<byte> message, Span<byte> destination, long expiresAt = Never)
    {
        int length = OverheadBytes + message.Length;
        if (destination.Length < StrictBase64Url.EncodedLength(length))
            throw new ArgumentException("Too small for the sealed message.", nameof(destination));

        var key = _keys.Value[0];
        byte[] scratch = ArrayPool<byte>.Shared.Rent(length + ExpiryBytes + message.Length);
        try
        {
            var raw = scratch.AsSpan(0, length);
            var plain = scratch.AsSpan(length, ExpiryBytes + message.Length);
            BinaryPrimitives.WriteInt64LittleEndian(plain, expiresAt);
            message.CopyTo(plain[ExpiryBytes..]);

            raw[0] = Version;
            BinaryPrimitives.WriteUInt32LittleEndian(raw[1..], key.Id);
            var nonce = raw.Slice(HeadBytes, NonceBytes);
            RandomNumberGenerator.Fill(nonce);
            Span<byte> associated = stackalloc byte[HeadBytes + _purpose.Length];
            Associate(raw[..HeadBytes], associated);
            key.Cipher.Encrypt(
                nonce,
                plain,
                raw[(HeadBytes + NonceBytes + TagBytes)..],
                raw.Slice(HeadBytes + NonceBytes, TagBytes),
                associated
            );
            return Base64Url.EncodeToUtf8(raw, destination);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch, clearArray: true);
        }
    }

    /// <summary>Seals a message and returns the text.</summary>
    /// <inheritdoc cref="Seal(ReadOnlySpan{byte}, Span{byte}, long)"/>
    public string Seal(ReadOnlySpan<byte> message, long expiresAt = Never)
    {
        byte[] text = new byte[SealedLength(message.Length)];
        return Encoding.ASCII.GetString(text, 0, Seal(message, text, expiresAt));
    }

    /// <summary>
    /// Opens a sealed text. Returns false, and says nothing about why, when it is malformed, altered, sealed by an unknown key or for
    /// another purpose, or expired.
    /// </summary>
    /// <param name="text">What <see cref="Seal(ReadOnlySpan{byte}, Span{byte}, long)"/> wrote.</param>
    /// <param name="message">At least <see cref="MaxMessageLength"/> of the text's length.</param>
    /// <param name="now">The current time, in Unix seconds.</param>
    /// <param name="written">How many bytes the message has.</param>
    /// <param name="expiresAt">The expiry it was sealed with, in Unix seconds.</param>
    public bool TryOpen(ReadOnlySpan<byte> text, Span<byte> message, long now, out int written, out long expiresAt)
    {
        written = 0;
        expiresAt = 0;
        int capacity = StrictBase64Url.MaxDecodedLength(text.Length);
        if (capacity < OverheadBytes || message.Length < MaxMessageLength(text.Length))
            return false;

        byte[] scratch = ArrayPool<byte>.Shared.Rent(2 * capacity);
        try
        {
            if (!StrictBase64Url.TryDecode(text, scratch, out int length) || length < OverheadBytes)
                return false;
            var plain = scratch.AsSpan(capacity, length - OverheadBytes + ExpiryBytes);
            if (!TryDecrypt(scratch.AsSpan(0, length), plain))
                return false;

            expiresAt = BinaryPrimitives.ReadInt64LittleEndian(plain);
            if (now >= expiresAt)
                return false;
            plain[ExpiryBytes..].CopyTo(message);
            written = plain.Length - ExpiryBytes;
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch, clearArray: true);
        }
    }

    /// <summary>Opens a sealed text into a new array; null when <see cref="TryOpen"/> would refuse it.</summary>
    /// <param name="text">What <see cref="Seal(ReadOnlySpan{byte}, long)"/> returned.</param>
    /// <param name="now">The current time, in Unix seconds.</param>
    public byte[]? Open(string text, long now)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] message = new byte[MaxMessageLength(utf8.Length)];
        return TryOpen(utf8, message, now, out int written, out _) ? message[..written] : null;
    }

    private bool TryDecrypt(ReadOnlySpan<byte> raw, Span<byte> plain)
    {
        if (raw[0] != Version)
            return false;
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(raw[1..]);
        Span<byte> associated = stackalloc byte[HeadBytes + _purpose.Length];
        Associate(raw[..HeadBytes], associated);
        foreach (var key in _keys.Value)
        {
            if (key.Id != id)
                continue;
            try
            {
                key.Cipher.Decrypt(
                    raw.Slice(HeadBytes, NonceBytes),
                    raw[(HeadBytes + NonceBytes + TagBytes)..],
                    raw.Slice(HeadBytes + NonceBytes, TagBytes),
                    plain,
                    associated
                );
                return true;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Altered, or another key that happens to have this id: the next one may fit.
            }
        }

        return false;
    }

    private void Associate(ReadOnlySpan<byte> head, Span<byte> associated)
    {
        head.CopyTo(associated);
        _purpose.CopyTo(associated[HeadBytes..]);
    }
}
