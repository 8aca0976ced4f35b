namespace Stryke.Web.Http.Ranges;

/// <summary>Something with a length and validators that can be sent whole or in parts: a file, an asset (RFC 9110 §3.2).</summary>
public abstract class Representation : IDisposable
{
    /// <summary>Bytes of the whole.</summary>
    public abstract long Length { get; }

    /// <summary>The entity tag in its quotes (RFC 9110 §8.8.3); empty for none.</summary>
    public virtual ReadOnlySpan<byte> EntityTag => default;

    /// <summary>When it last changed; null when nobody knows.</summary>
    public virtual DateTimeOffset? LastModified => null;

    /// <summary>A source for a part of it. The representation is disposed of after the source.</summary>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many.</param>
    public abstract ResponseSource Open(long offset, long count);

    /// <summary>Gives back what is held.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what is held.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }
}
