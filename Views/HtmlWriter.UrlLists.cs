using System.Buffers;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Views;

/// <content>Values in attributes that hold several URLs. Each URL is filtered like one that stands alone.</content>
public sealed partial class HtmlWriter
{
    private const string Spaces = " \t\n\f\r";

    private static readonly SearchValues<char> DescriptorChars = SearchValues.Create("0123456789.+-ewxh ");

    /// <summary>
    /// Writes a URL of <c>srcset</c>, or several with their descriptors: <c>/a.jpg 1x, /b.jpg 2x</c>. As in HTML a space ends a URL, so one
    /// that belongs to it has to be encoded. A descriptor that is none is left out.
    /// </summary>
    /// <param name="value">One URL, or several with commas between; null writes nothing.</param>
    public void UrlSet(string? value)
    {
        // HTML, "Parsing a srcset attribute".
        var rest = value.AsSpan().TrimStart(Spaces + ",");
        for (bool first = true; !rest.IsEmpty; first = false, rest = rest.TrimStart(Spaces + ","))
        {
            int space = rest.IndexOfAny(Spaces);
            var url = space < 0 ? rest : rest[..space];
            rest = rest[url.Length..];
            ReadOnlySpan<char> descriptor = default;
            if (url[^1] == ',')
            {
                url = url.TrimEnd(',');
            }
            else
            {
                int comma = rest.IndexOf(',');
                descriptor = (comma < 0 ? rest : rest[..comma]).Trim(Spaces);
                rest = comma < 0 ? default : rest[comma..];
            }
            if (!first)
                Literal(", "u8);
            FilterUrl(url);
            if (descriptor.IsEmpty || descriptor.ContainsAnyExcept(DescriptorChars))
                continue;
            Literal(" "u8);
            Transcode(descriptor);
        }
    }

    /// <summary>Writes a URL of <c>srcset</c> given as markup.</summary>
    /// <param name="value">One URL, or several.</param>
    public void UrlSet(Html value) => UrlSet(value.ToString());

    /// <summary>Writes a number, a date or a GUID as (part of) a URL of <c>srcset</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlSet<T>(T value)
        where T : IUtf8SpanFormattable? => UrlSet(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlSet<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            UrlSet(known);
    }

    /// <summary>Writes a URL of a list with spaces between, or several of them: <c>ping</c>.</summary>
    /// <param name="value">One URL, or several with spaces between; null writes nothing.</param>
    public void UrlList(string? value)
    {
        var rest = value.AsSpan().TrimStart(Spaces);
        for (bool first = true; !rest.IsEmpty; first = false, rest = rest.TrimStart(Spaces))
        {
            int space = rest.IndexOfAny(Spaces);
            var url = space < 0 ? rest : rest[..space];
            rest = rest[url.Length..];
            if (!first)
                Literal(" "u8);
            FilterUrl(url);
        }
    }

    /// <summary>Writes URLs given as markup.</summary>
    /// <param name="value">One URL, or several.</param>
    public void UrlList(Html value) => UrlList(value.ToString());

    /// <summary>Writes a number, a date or a GUID as (part of) a URL of a list.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlList<T>(T value)
        where T : IUtf8SpanFormattable? => UrlList(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlList<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            UrlList(known);
    }

    /// <summary>
    /// Writes a value of an animation, or several with semicolons between: numbers, colours, or URLs, as it may be a link's target that is
    /// animated. What would be a URL with a scheme that is not let through becomes <c>#blocked-url</c>.
    /// </summary>
    /// <param name="value">One value, or several; null writes nothing.</param>
    public void UrlValues(string? value)
    {
        ReadOnlySpan<char> rest = value;
        while (!rest.IsEmpty)
        {
            int semicolon = rest.IndexOf(';');
            var item = semicolon < 0 ? rest : rest[..semicolon];
            if (UrlFilter.IsHarmless(item.Trim(Spaces)))
                EscapeText(item);
            else
                Literal(UrlFilter.Blocked);
            if (semicolon < 0)
                return;
            Literal(";"u8);
            rest = rest[(semicolon + 1)..];
        }
    }

    /// <summary>Writes values of an animation given as markup.</summary>
    /// <param name="value">One value, or several.</param>
    public void UrlValues(Html value) => UrlValues(value.ToString());

    /// <summary>Writes a number, a date or a GUID as a value of an animation.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlValues<T>(T value)
        where T : IUtf8SpanFormattable? => UrlValues(ToText(value));

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void UrlValues<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            UrlValues(known);
    }
}
