using System.Buffers;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Views;

/// <content>Values inside an attribute that is followed or loaded: <c>href</c>, <c>src</c>, <c>action</c> and their like.</content>
public sealed partial class HtmlWriter
{
    /// <summary>
    /// Writes a URL, or the start of one. A scheme other than http, https, mailto, tel, sms and ftp is not let through:
    /// <c>#blocked-url</c> is written in its place. What may not stand in a URL is percent-encoded, the rest left as it is.
    /// </summary>
    /// <param name="value">A URL, absolute or relative; null writes nothing.</param>
    public void Url(string? value) => FilterUrl(value);

    /// <summary>Writes a URL given as markup; it is filtered like any other.</summary>
    /// <param name="value">The URL.</param>
    public void Url(Html value) => Url(value.ToString());

    /// <summary>Writes a number, a date or a GUID as (part of) a URL.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Url<T>(T value)
        where T : IUtf8SpanFormattable? => Url(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Url<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            Url(known);
    }

    /// <summary>Writes a piece of a URL's path, after a static start that settled the scheme.</summary>
    /// <param name="value">One or more segments; null writes nothing.</param>
    public void UrlPath(string? value) => Encode(value, PercentEncoder.UrlChars);

    /// <summary>Writes a piece of a URL's path given as markup.</summary>
    /// <param name="value">The piece.</param>
    public void UrlPath(Html value) => UrlPath(value.ToString());

    /// <summary>Writes a number, a date or a GUID into a URL's path.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlPath<T>(T value)
        where T : IUtf8SpanFormattable? => UrlPath(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlPath<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            UrlPath(known);
    }

    /// <summary>Writes one value of a query or fragment: everything that has a meaning there is percent-encoded.</summary>
    /// <param name="value">Any text; null writes nothing.</param>
    public void UrlPart(string? value) => Encode(value, PercentEncoder.ComponentChars);

    /// <summary>Writes markup as one value of a query or fragment.</summary>
    /// <param name="value">The markup.</param>
    public void UrlPart(Html value) => UrlPart(value.ToString());

    /// <summary>Writes one character as a value of a query or fragment.</summary>
    /// <param name="value">Any character.</param>
    public void UrlPart(char value) => Encode(new ReadOnlySpan<char>(in value), PercentEncoder.ComponentChars);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The truth value.</param>
    public void UrlPart(bool value) => Text(value);

    /// <summary>Writes the name of an enum's member.</summary>
    /// <param name="value">The member; null writes nothing.</param>
    public void UrlPart(Enum? value) => UrlPart(value?.ToString());

    /// <summary>Writes a number, a date or a GUID as a value of a query or fragment.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlPart<T>(T value)
        where T : IUtf8SpanFormattable? => UrlPart(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlPart<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            UrlPart(known);
    }

    private void FilterUrl(ReadOnlySpan<char> url)
    {
        if (UrlFilter.IsHarmless(url))
            Encode(url, PercentEncoder.UrlChars);
        else
            Literal(UrlFilter.Blocked);
    }

    private void Encode(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        bool whole = ReferenceEquals(allowed, PercentEncoder.UrlChars);
        while (!text.IsEmpty)
        {
            int run = text.IndexOfAnyExcept(allowed);
            Transcode(run < 0 ? text : text[..run]);
            if (run < 0)
                return;
            text = text[run..];
            if (whole && text[0] == '&')
            {
                Literal("&amp;"u8);
                text = text[1..];
            }
            else if (whole && text[0] == '%' && PercentEncoder.StartsEncodedByte(text))
            {
                Literal("%"u8);
                text = text[1..];
            }
            else
            {
                if (_end - _position < 12)
                    Ensure(12);
                int taken = PercentEncoder.EncodeFirst(text, _bytes.AsSpan(_position), out int written);
                _position += written;
                text = text[taken..];
            }
        }
    }
}
