using System.Text.Json;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>The responses of the server itself, before or in place of those of the application.</summary>
internal static class ErrorResponses
{
    private static readonly HeaderLines Allow = new("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n"u8);

    /// <summary>Writes why a request was refused as a line of plain text, and the remedy as another.</summary>
    public static void Refuse(HttpResponse response, ProtocolError error, string? remedy = null)
    {
        Begin(response, error.Status);
        response.Write(error.ToString());
        response.Write("\n"u8);
        if (remedy is not null)
        {
            response.Write(remedy);
            response.Write("\n"u8);
        }
    }

    /// <summary>Writes the same as problem details (RFC 9457).</summary>
    public static void RefuseAsProblem(HttpResponse response, ProtocolError error, string? remedy = null)
    {
        Begin(response, error.Status);
        response.SetContentType(MediaTypes.Problem);
        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", StatusLines.Reason(error.Status));
        json.WriteNumber("status", error.Status);
        json.WriteString("detail", $"{error.Reason} ({error.Clause})");
        if (remedy is not null)
            json.WriteString("remedy", remedy);
        json.WriteEndObject();
    }

    /// <summary>Writes a 500 that does not say why.</summary>
    public static void Fail(HttpResponse response)
    {
        Begin(response, 500);
        response.Write("500 Internal Server Error\n"u8);
    }

    /// <summary>RFC 9110 §9.3.7: OPTIONS of "*" asks what the server itself can do.</summary>
    public static void DescribeServer(HttpResponse response)
    {
        response.Reset();
        response.Status = 204;
        response.AddHeaderLines(Allow);
    }

    /// <summary>A whole response for a connection above the limit, sent without a request.</summary>
    public static ReadOnlySpan<byte> TooManyConnections =>
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Type: text/plain; charset=utf-8\r\n"u8
        + "Content-Length: 45\r\nConnection: close\r\n\r\n503 Service Unavailable: too many connections"u8;

    private static void Begin(HttpResponse response, int status)
    {
        response.Reset();
        response.Status = status;
        response.SetContentType(MediaTypes.Text);
    }
}
