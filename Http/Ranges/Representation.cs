namespace Stryke.Web.Http.Ranges;

/// <summary>A representation (RFC 9110 §3.2) with a length and validators, which can be sent whole or in parts: a file, an asset.</summary>
public abstract class Representation : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>The entity tag in its quotes (RFC 9110 §8.8.3); empty for none.</summary>
    public virtual ReadOnlySpan<byte> EntityTag => default;

    /// <summary>When it last changed; null when that is not known.</summary>
    public virtual DateTimeOffset? LastModified => null;

    /// <summary>Opens a source for a part of it. The representation is disposed of after the source.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many.</param>
    public abstract ResponseSource Open(long offset, long count);

    /// <summary>Releases what the representation holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the representation holds.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }
}
