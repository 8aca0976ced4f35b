using System.Text;

namespace Stryke.Web.Http;

/// <summary>Status codes, their reason phrases and their lines on the wire (RFC 9110 §15, RFC 9112 §4).</summary>
public static class StatusLines
{
    // Encoded when they are first sent: an app has few of them.
    private static readonly byte[]?[] Lines = new byte[500][];

    /// <summary>The whole line with CR LF, for example <c>HTTP/1.1 200 OK</c>.</summary>
    /// <param name="status">From 100 to 599.</param>
    public static ReadOnlySpan<byte> Get(int status) => Lines[status - 100] ?? Encode(status);

    /// <summary>The reason phrase, for example <c>Not Found</c>; empty for a code without a registered one.</summary>
    public static string Reason(int status) =>
        status switch
        {
            100 => "Continue",
            101 => "Switching Protocols",
            103 => "Early Hints",
            200 => "OK",
            201 => "Created",
            202 => "Accepted",
            203 => "Non-Authoritative Information",
            204 => "No Content",
            205 => "Reset Content",
            206 => "Partial Content",
            300 => "Multiple Choices",
            301 => "Moved Permanently",
            302 => "Found",
            303 => "See Other",
            304 => "Not Modified",
            307 => "Temporary Redirect",
            308 => "Permanent Redirect",
            400 => "Bad Request",
            401 => "Unauthorized",
            402 => "Payment Required",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            406 => "Not Acceptable",
            407 => "Proxy Authentication Required",
            408 => "Request Timeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "Length Required",
            412 => "Precondition Failed",
            413 => "Content Too Large",
            414 => "URI Too Long",
            415 => "Unsupported Media Type",
            416 => "Range Not Satisfiable",
            417 => "Expectation Failed",
            421 => "Misdirected Request",
            422 => "Unprocessable Content",
            425 => "Too Early",
            426 => "Upgrade Required",
            428 => "Precondition Required",
            429 => "Too Many Requests",
            431 => "Request Header Fields Too Large",
            451 => "Unavailable For Legal Reasons",
            500 => "Internal Server Error",
            501 => "Not Implemented",
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            504 => "Gateway Timeout",
            505 => "HTTP Version Not Supported",
            507 => "Insufficient Storage",
            511 => "Network Authentication Required",
            _ => "",
        };

    // Two cores may encode the same line at the same time; either will do.
    private static byte[] Encode(int status) => Lines[status - 100] = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} {Reason(status)}\r\n");
}
