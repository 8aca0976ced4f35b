using System.Text;

namespace Stryke.Web.Views;

/// <summary>
/// Markup that is trusted: <c>&lt;%= %&gt;</c> writes it as it is where text may stand, and escapes it like any other text
/// inside an attribute. The helpers return it; app code makes it of a string with <see cref="Html(string)"/>, or safely with
/// <see cref="Escape"/>.
/// </summary>
/// <remarks>
/// What a template's helpers return is a range of that template's own buffer, so that a page of links allocates nothing for them.
/// Such markup is good until the page is done; used later it throws instead of showing somebody else's bytes. <see cref="ToString"/> copies
/// it.
/// </remarks>
public readonly struct Html
{
    private readonly object? _source;
    private readonly int _start;
    private readonly int _length;
    private readonly int _generation;

    /// <summary>Vouches for <paramref name="trusted"/>: it is written without escaping. Never pass what came from a request.</summary>
    /// <param name="trusted">Well-formed markup; null is the same as empty.</param>
    public Html(string? trusted) => _source = trusted;

    internal Html(PageBuffer buffer, int start)
    {
        _source = buffer;
        _start = start;
        _length = buffer.Length - start;
        _generation = buffer.Generation;
    }

    /// <summary>No markup.</summary>
    public static Html Empty => default;

    /// <summary>Whether nothing would be written.</summary>
    public bool IsEmpty => _source is string text ? text.Length == 0 : _length == 0;

    /// <summary>Makes markup that shows <paramref name="text"/> literally.</summary>
    /// <param name="text">Any text; null is the same as empty.</param>
    public static Html Escape(string? text) => new(System.Net.WebUtility.HtmlEncode(text));

    /// <summary>The markup as a string of its own.</summary>
    /// <exception cref="InvalidOperationException">The markup belongs to a page that is done.</exception>
    public override string ToString() =>
        _source switch
        {
            null => "",
            string text => text,
            _ => Encoding.UTF8.GetString(Bytes),
        };

    /// <summary>The string this was made of, or null when it is a range of bytes.</summary>
    internal string? Text => _source as string;

    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (_source is not PageBuffer buffer)
                return default;
            if (buffer.Generation != _generation)
            {
                throw new InvalidOperationException("This markup belongs to a page that is already rendered. Keep its ToString() instead.");
            }
            return buffer.Written.Slice(_start, _length);
        }
    }
}
