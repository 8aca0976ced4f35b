using System.Text;

namespace Stryke.Web.Http;

/// <summary>Media types (RFC 9110 §8.3.1) as they stand in <c>Content-Type</c>.</summary>
public static class MediaTypes
{
    /// <summary><c>text/html; charset=utf-8</c></summary>
    public static ReadOnlySpan<byte> Html => "text/html; charset=utf-8"u8;

    /// <summary><c>text/plain; charset=utf-8</c></summary>
    public static ReadOnlySpan<byte> Text => "text/plain; charset=utf-8"u8;

    /// <summary><c>application/json</c>, which is UTF-8 by definition (RFC 8259 §8.1).</summary>
    public static ReadOnlySpan<byte> Json => "application/json"u8;

    /// <summary><c>application/problem+json</c>: what went wrong (RFC 9457).</summary>
    public static ReadOnlySpan<byte> Problem => "application/problem+json"u8;

    /// <summary><c>application/x-www-form-urlencoded</c></summary>
    public static ReadOnlySpan<byte> Form => "application/x-www-form-urlencoded"u8;

    /// <summary><c>application/octet-stream</c>: bytes of which nothing is known.</summary>
    public static ReadOnlySpan<byte> Binary => "application/octet-stream"u8;

    /// <summary>The media type of a file.</summary>
    /// <param name="extension">With or without its dot, in any case; a whole name or path will do too.</param>
    /// <returns>The type, with <c>charset=utf-8</c> for text; <see cref="Binary"/> for an extension that is not known.</returns>
    public static ReadOnlySpan<byte> FromExtension(ReadOnlySpan<char> extension)
    {
        extension = extension[(extension.LastIndexOf('.') + 1)..];
        Span<char> lower = stackalloc char[12];
        int length = extension.Length > lower.Length ? -1 : extension.ToLowerInvariant(lower);
        return length < 0
            ? Binary
            : lower[..length] switch
            {
                "html" or "htm" => Html,
                "css" => "text/css; charset=utf-8"u8,
                "js" or "mjs" => "text/javascript; charset=utf-8"u8,
                "json" or "map" => Json,
                "txt" => Text,
                "csv" => "text/csv; charset=utf-8"u8,
                "md" => "text/markdown; charset=utf-8"u8,
                "xml" => "application/xml"u8,
                "atom" => "application/atom+xml"u8,
                "rss" => "application/rss+xml"u8,
                "webmanifest" => "application/manifest+json"u8,
                "svg" => "image/svg+xml"u8,
                "png" => "image/png"u8,
                "jpg" or "jpeg" => "image/jpeg"u8,
                "gif" => "image/gif"u8,
                "webp" => "image/webp"u8,
                "avif" => "image/avif"u8,
                "ico" => "image/x-icon"u8,
                "woff" => "font/woff"u8,
                "woff2" => "font/woff2"u8,
                "ttf" => "font/ttf"u8,
                "otf" => "font/otf"u8,
                "mp3" => "audio/mpeg"u8,
                "ogg" => "audio/ogg"u8,
                "wav" => "audio/wav"u8,
                "mp4" => "video/mp4"u8,
                "webm" => "video/webm"u8,
                "pdf" => "application/pdf"u8,
                "wasm" => "application/wasm"u8,
                "zip" => "application/zip"u8,
                "gz" => "application/gzip"u8,
                _ => Binary,
            };
    }

    /// <summary>True when a <c>Content-Type</c> names this media type, whatever its parameters and case.</summary>
    /// <param name="contentType">The value of the field; may be empty.</param>
    /// <param name="mediaType">Type and subtype, such as <see cref="Form"/>.</param>
    public static bool Is(ReadOnlySpan<byte> contentType, ReadOnlySpan<byte> mediaType)
    {
        int parameters = contentType.IndexOf((byte)';');
        var type = Grammar.TrimWhitespace(parameters < 0 ? contentType : contentType[..parameters]);
        return Ascii.EqualsIgnoreCase(type, mediaType);
    }
}
