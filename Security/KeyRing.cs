using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Stryke.Web.Security;

/// <summary>
/// The keys of one app: the master key that seals and signs, and retired ones that still open what they sealed. Every use has
/// a purpose ("session", "csrf" ...) with keys of its own, so that a text made for one is refused by every other.
/// </summary>
/// <remarks>Thread-safe. Keys are derived when a purpose is first used. Source: RFC 5869 (HKDF).</remarks>
public sealed class KeyRing
{
    private readonly MasterKey[] _keys;
    private readonly ConcurrentDictionary<string, MessageSealer> _sealers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MessageSigner> _signers = new(StringComparer.Ordinal);

    private KeyRing(MasterKey[] keys) => _keys = keys;

    /// <summary>The ring of a master key and of the keys that it replaced.</summary>
    /// <param name="masterKey">32 bytes in base64url (43 characters), as <see cref="NewMasterKey"/> makes them.</param>
    /// <param name="retired">Former master keys, in the same form. They open and verify; they never seal or sign.</param>
    /// <param name="source">Where the key was read (for example <c>STRYKE_MASTER_KEY</c>); named when it is malformed.</param>
    /// <exception cref="MasterKeyException">A key is empty or malformed; the message says how to make one.</exception>
    public static KeyRing FromMasterKey(string masterKey, IReadOnlyList<string>? retired = null, string source = "The master key")
    {
        var keys = new List<MasterKey> { MasterKey.Parse(masterKey, source) };
        for (int i = 0; i < (retired?.Count ?? 0); i++)
        {
            var key = MasterKey.Parse(retired![i], $"{source} (retired key {i + 1})");
            if (!keys.Exists(key.HasSameSecret))
                keys.Add(key);
        }

        return new KeyRing([.. keys]);
    }

    /// <summary>A ring with a fresh random key: what it seals cannot be opened by another process or after a restart.</summary>
    public static KeyRing Ephemeral() => FromMasterKey(NewMasterKey());

    /// <summary>A new random master key: 32 bytes in base64url, 43 characters.</summary>
    public static string NewMasterKey()
    {
        Span<byte> key = stackalloc byte[MasterKey.LengthBytes];
        RandomNumberGenerator.Fill(key);
        return Base64Url.EncodeToString(key);
    }

    /// <summary>Seals (encrypts and authenticates) texts for one purpose.</summary>
    /// <param name="purpose">A short constant name; it is part of the key, so renaming it makes old texts unreadable.</param>
    public MessageSealer Sealer(string purpose) => _sealers.GetOrAdd(purpose, static (name, keys) => new MessageSealer(name, keys), _keys);

    /// <summary>Signs (authenticates, readable by everybody) texts for one purpose.</summary>
    /// <param name="purpose">A short constant name; it is part of the key, so renaming it makes old texts unverifiable.</param>
    public MessageSigner Signer(string purpose) => _signers.GetOrAdd(purpose, static (name, keys) => new MessageSigner(name, keys), _keys);
}
