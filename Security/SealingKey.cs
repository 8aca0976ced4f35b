using System.Security.Cryptography;

namespace Stryke.Web.Security;

/// <summary>The AES-256-GCM key of one purpose and one master key, with a cipher for each thread that uses it.</summary>
internal sealed class SealingKey
{
    // The cipher object keeps state between calls and is not thread-safe; making one costs more than using one.
    private readonly ThreadLocal<AesGcm> _ciphers;

    internal SealingKey(MasterKey master, string purpose)
    {
        byte[] key = new byte[32];
        master.Derive("seal", purpose, key);
        Id = master.Id;
        _ciphers = new ThreadLocal<AesGcm>(() => new AesGcm(key, MessageSealer.TagBytes));
    }

    internal uint Id { get; }

    internal AesGcm Cipher => _ciphers.Value!;
}
