using System.Text.Json;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>The answers that the server gives itself, before or in place of the application's.</summary>
internal static class ErrorResponses
{
    private static readonly HeaderLines Allow = new("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n"u8);

    /// <summary>Says why a request was refused, in one line of plain text, and in another what can be done about it.</summary>
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

    /// <summary>Says the same as problem details (RFC 9457).</summary>
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

    /// <summary>The application failed: 500, and nothing about the reason.</summary>
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

    /// <summary>A whole answer to a connection that is one too many, sent without being asked.</summary>
    public static ReadOnlySpan<byte> TooManyConnections =>
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 45\r\nConnection: close\r\n\r\n503 Service Unavailable: too many connections"u8;

    private static void Begin(HttpResponse response, int status)
    {
        response.Reset();
        response.Status = status;
        response.SetContentType(MediaTypes.Text);
    }
}
