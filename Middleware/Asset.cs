using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// One file of <c>public/</c>: its bytes, its media type and a strong entity tag (RFC 9110 §8.8.3). Read at its first use.
/// </summary>
public sealed class Asset
{
    private readonly Lazy<Content> _content;

    /// <summary>A file.</summary>
    /// <param name="name">Its path below <c>public/</c>, with slashes (<c>css/app.css</c>). Its extension says the media type.</param>
    /// <param name="read">Reads all its bytes; called once, at the first use.</param>
    public Asset(string name, Func<byte[]> read)
    {
        Name = name;
        _content = new Lazy<Content>(() => new Content(read()));
    }

    /// <summary>The path below <c>public/</c> (<c>css/app.css</c>).</summary>
    public string Name { get; }

    /// <summary>The media type (<c>text/css; charset=utf-8</c>).</summary>
    public ReadOnlySpan<byte> MediaType => MediaTypes.FromExtension(Path.GetExtension(Name.AsSpan()));

    /// <summary>The whole file.</summary>
    public ReadOnlySpan<byte> Bytes => _content.Value.Bytes;

    /// <summary>The same, to be kept over an <c>await</c>.</summary>
    internal ReadOnlyMemory<byte> Memory => _content.Value.Bytes;

    /// <summary>16 hexadecimal digits that change when the bytes do.</summary>
    public string Fingerprint => _content.Value.Fingerprint;

    /// <summary>The entity tag: the fingerprint in quotes.</summary>
    internal ReadOnlySpan<byte> EntityTag => _content.Value.EntityTag;

    /// <summary>Header lines of a response that must be asked for again.</summary>
    internal HeaderLines RevalidateLines => _content.Value.RevalidateLines;

    /// <summary>Header lines of a response whose URL carries the fingerprint, so that it holds for ever (RFC 8246).</summary>
    internal HeaderLines ImmutableLines => _content.Value.ImmutableLines;

    private sealed class Content
    {
        internal Content(byte[] bytes)
        {
            Bytes = bytes;
            Fingerprint = Hash(bytes).ToString("x16");
            EntityTag = Encoding.ASCII.GetBytes($"\"{Fingerprint}\"");
            RevalidateLines = Lines("no-cache");
            ImmutableLines = Lines("public, max-age=31536000, immutable");
        }

        internal byte[] Bytes { get; }

        internal string Fingerprint { get; }

        internal byte[] EntityTag { get; }

        internal HeaderLines RevalidateLines { get; }

        internal HeaderLines ImmutableLines { get; }

        private HeaderLines Lines(string caching) =>
            new(Encoding.ASCII.GetBytes($"ETag: \"{Fingerprint}\"\r\nCache-Control: {caching}\r\nAccept-Ranges: bytes\r\n"));

        // FNV-1a, 64 bits: it tells versions of our own files apart, nobody gains by a collision.
        private static ulong Hash(ReadOnlySpan<byte> bytes)
        {
            ulong hash = 0xcbf29ce484222325UL;
            foreach (byte b in bytes)
                hash = (hash ^ b) * 0x100000001b3UL;
            return hash;
        }
    }
}
