namespace Stryke.Web.Http.Http1;

/// <summary>Remembers the last line of <c>Content-Type</c> that was checked and encoded: the next answer's is most likely the same.</summary>
internal sealed class ContentTypeLine
{
    /// <summary>Where the value begins in the line.</summary>
    public const int ValueStart = 14;

    private readonly byte[] _bytes = new byte[128];
    private int _length;

    /// <summary>The whole line with its CR LF.</summary>
    public ReadOnlySpan<byte> Encoded => _bytes.AsSpan(0, _length);

    /// <summary>Whether the line has this value.</summary>
    public bool Is(ReadOnlySpan<byte> value) =>
        _length == ValueStart + value.Length + 2 && value.SequenceEqual(_bytes.AsSpan(ValueStart, value.Length));

    /// <summary>Takes a line, unless it is unusually long.</summary>
    public void Keep(ReadOnlySpan<byte> line)
    {
        if (line.TryCopyTo(_bytes))
        {
            _length = line.Length;
        }
    }
}
