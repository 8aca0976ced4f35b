using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>Which bodies have fields, by their media type.</summary>
internal static class FieldTypes
{
    /// <summary><c>application/json</c>, or a type that is written as it (RFC 6839 §3.1).</summary>
    /// <remarks>
    /// Never <c>text/plain</c>, which a form of another site can send. A browser asks before it sends one of these to another site (Fetch
    /// Standard, CORS-safelisted request-header).
    /// </remarks>
    internal static bool IsJson(ReadOnlySpan<byte> contentType)
    {
        if (contentType.IsEmpty)
            return false;
        if (MediaTypes.Is(contentType, MediaTypes.Json))
            return true;
        int parameters = contentType.IndexOf((byte)';');
        var type = (parameters < 0 ? contentType : contentType[..parameters]).TrimEnd(" \t"u8);
        return type.Length > "application/+json"u8.Length
            && Ascii.EqualsIgnoreCase(type[..12], "application/"u8)
            && Ascii.EqualsIgnoreCase(type[^5..], "+json"u8);
    }

    /// <summary>Why a body without fields is refused where fields are asked for.</summary>
    internal static RequestBodyException Unsupported(ReadOnlySpan<byte> contentType)
    {
        string type = contentType.Length is > 0 and <= 100
            ? "a body of the type " + Encoding.ASCII.GetString(contentType)
            : "a body without a Content-Type that is known";
        return new RequestBodyException(
            415,
            $"The request body is {type}. Send {Encoding.ASCII.GetString(MediaTypes.Form)}, multipart/form-data or application/json."
        );
    }
}
