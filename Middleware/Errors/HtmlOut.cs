using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Errors;

/// <summary>Writes an error page: markup as it is, everything else escaped.</summary>
internal readonly struct HtmlOut(HttpResponse response)
{
    // Escapes < > & " ' and `, so it is safe in text and in quoted attributes; letters of any script stay as they are.
    private static readonly HtmlEncoder Escaping = HtmlEncoder.Create(UnicodeRanges.All);

    internal HtmlOut Markup(ReadOnlySpan<byte> html)
    {
        response.Write(html);
        return this;
    }

    internal HtmlOut Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
            response.Write(Encoding.UTF8.GetBytes(Escaping.Encode(text)));
        return this;
    }

    internal HtmlOut Number(int number) => Text(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The head of a page, up to and including the opening of its main element.</summary>
    internal HtmlOut Begin(string title) =>
        Markup(
                "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "u8
                    + "content=\"width=device-width, initial-scale=1\"><title>"u8
            )
            .Text(title)
            .Markup("</title><style>"u8)
            .Markup(ErrorStyle.Css)
            .Markup("</style></head><body><main>"u8);

    internal HtmlOut End() => Markup("</main></body></html>\n"u8);
}
