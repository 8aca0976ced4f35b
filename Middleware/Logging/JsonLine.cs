namespace Stryke.Web.Middleware.Logging;

/// <summary>Puts the pieces of a JSON object one behind the other in a buffer that is large enough for the worst of them.</summary>
internal ref struct JsonLine(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    public int Length { get; private set; }

    public readonly Span<byte> Rest => _buffer[Length..];

    public void Advance(int count) => Length += count;

    public void Add(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Rest);
        Length += json.Length;
    }

    public void Add(long number)
    {
        number.TryFormat(Rest, out int digits);
        Length += digits;
    }

    /// <summary>Adds a string, cut off with an ellipsis beyond <paramref name="limit"/> bytes; null for an empty one.</summary>
    public void AddText(scoped ReadOnlySpan<byte> text, int limit)
    {
        if (text.IsEmpty)
        {
            Add("null"u8);
            return;
        }

        Add("\""u8);
        Length += JsonEscaping.Escape(text[..Math.Min(text.Length, limit)], Rest);
        if (text.Length > limit)
            Add("…"u8);
        Add("\""u8);
    }
}
