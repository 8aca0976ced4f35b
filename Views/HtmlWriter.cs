using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Views;

/// <summary>
/// Writes a page as UTF-8 straight into an <see cref="IBufferWriter{T}"/>. There is one method per place a value may stand in
/// (<c>Text</c>, <c>Attribute</c>, <c>Url</c>, <c>UrlPart</c>, <c>Script</c>, <c>ScriptString</c>), and the compiler picks it for each
/// <c>&lt;%= %&gt;</c>.
/// </summary>
/// <remarks>
/// The writer holds a stretch of the output's own memory and tells the output of it only in <see cref="Flush"/>, so that a
/// literal costs one bounds check and one copy. Belongs to one thread.
/// </remarks>
public sealed partial class HtmlWriter
{
    private const int LeastStretch = 512;

    private readonly Template? _template;
    private IBufferWriter<byte>? _output;
    private byte[] _bytes = [];
    private int _start;
    private int _position;
    private int _end;
    private byte[]? _scratch;

    /// <summary>Makes a writer on its own, outside a template.</summary>
    /// <param name="output">Where the bytes go.</param>
    public HtmlWriter(IBufferWriter<byte> output) => _output = output;

    internal HtmlWriter(Template template) => _template = template;

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="markup">Trusted markup in UTF-8: a template's own static text.</param>
    public void Literal(ReadOnlySpan<byte> markup)
    {
        if (markup.Length > _end - _position)
            Ensure(markup.Length);
        markup.CopyTo(_bytes.AsSpan(_position));
        _position += markup.Length;
    }

    /// <summary>Writes a string as it is: what <c>&lt;%== %&gt;</c> does. Never pass what came from a request.</summary>
    /// <param name="markup">Trusted markup; null writes nothing.</param>
    public void Raw(string? markup) => Transcode(markup);

    /// <summary>Writes trusted markup as it is.</summary>
    /// <param name="markup">The markup.</param>
    public void Raw(Html markup)
    {
        if (markup.Text is { } text)
            Transcode(text);
        else
            Literal(markup.Bytes);
    }

    /// <summary>Hands what was written so far to the output.</summary>
    public void Flush()
    {
        int count = _position - _start;
        if (count > 0 && _output is not null)
        {
            if (ReferenceEquals(_bytes, _scratch))
                _output.Write(_bytes.AsSpan(_start, count));
            else
                _output.Advance(count);
        }
        Forget();
    }

    /// <summary>Flushes, then writes to <paramref name="output"/>. Returns where it wrote before.</summary>
    internal IBufferWriter<byte>? Redirect(IBufferWriter<byte>? output)
    {
        Flush();
        (var before, _output) = (_output, output);
        return before;
    }

    /// <summary>Drops what was not flushed, and the output.</summary>
    internal void Abandon()
    {
        Forget();
        _output = null;
    }

    private void Forget()
    {
        _bytes = [];
        _start = _position = _end = 0;
    }

    private void Ensure(int count)
    {
        Flush();
        var output = _output ?? throw new InvalidOperationException("Nothing is being rendered: the writer has no output.");
        int wanted = Math.Max(count, LeastStretch);
        if (MemoryMarshal.TryGetArray(output.GetMemory(wanted), out ArraySegment<byte> stretch))
        {
            _bytes = stretch.Array!;
            _start = _position = stretch.Offset;
            _end = stretch.Offset + stretch.Count;
            return;
        }
        // Memory that is no array (native, say) is filled by way of one of our own.
        if (_scratch is null || _scratch.Length < wanted)
            _scratch = new byte[wanted];
        _bytes = _scratch;
        _end = _scratch.Length;
    }

    /// <summary>UTF-16 to UTF-8; a surrogate that stands alone becomes U+FFFD.</summary>
    private void Transcode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_end - _position < 4)
                Ensure(Math.Min(text.Length, LeastStretch) * 3);
            Utf8.FromUtf16(text, _bytes.AsSpan(_position, _end - _position), out int read, out int written);
            _position += written;
            text = text[read..];
            // What is left did not fit: a stretch may end up to three bytes short of full.
            if (!text.IsEmpty)
                Ensure(Math.Min(text.Length, LeastStretch) * 3);
        }
    }

    private void EscapeText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_position == _end)
                Ensure(Math.Min(text.Length, LeastStretch));
            int plain = PlainText.Copy(text, _bytes.AsSpan(_position, _end - _position));
            _position += plain;
            text = text[plain..];
            if (text.IsEmpty)
                return;
            if (HtmlEscaping.SpecialChars.Contains(text[0]))
            {
                Literal(HtmlEscaping.EntityOf(text[0]));
                text = text[1..];
            }
            else if (text[0] >= 0x80)
            {
                // Where one character is not ASCII others will not be either.
                int run = text.IndexOfAny(HtmlEscaping.SpecialChars);
                Transcode(run < 0 ? text : text[..run]);
                text = run < 0 ? default : text[run..];
            }
        }
    }

    private void EscapeText(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            int run = utf8.IndexOfAny(HtmlEscaping.SpecialBytes);
            if (run < 0)
            {
                Literal(utf8);
                return;
            }
            Literal(utf8[..run]);
            Literal(HtmlEscaping.EntityOf((char)utf8[run]));
            utf8 = utf8[(run + 1)..];
        }
    }
}
