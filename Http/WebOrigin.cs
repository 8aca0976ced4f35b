using System.Buffers.Text;
using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// An origin: scheme, host and port, with the default port (80, 443) when there is none (RFC 6454 §4, RFC 9110 §4.3.1). A view of the bytes
/// that it was read from.
/// </summary>
public readonly ref struct WebOrigin
{
    private readonly ReadOnlySpan<byte> _host;
    private readonly int _port;

    private WebOrigin(bool isHttps, ReadOnlySpan<byte> host, int port)
    {
        IsHttps = isHttps;
        _host = host;
        _port = port;
    }

    /// <summary>True for https, false for http.</summary>
    public bool IsHttps { get; }

    /// <summary>Reads an <c>Origin</c> field: <c>https://example.com</c>, <c>http://[::1]:5000</c> (RFC 6454 §7).</summary>
    /// <returns>False for <c>null</c>, for other schemes, and for what is not one origin, such as a URL with user, path or query.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out WebOrigin origin)
    {
        int scheme = text.IndexOf("://"u8);
        bool isHttps = scheme == 5 && Ascii.EqualsIgnoreCase(text[..5], "https"u8);
        origin = default;
        return (isHttps || (scheme == 4 && Ascii.EqualsIgnoreCase(text[..4], "http"u8)))
            && TryMake(isHttps, text[(scheme + 3)..], out origin);
    }

    /// <summary>Makes an origin of a scheme and an authority, such as <see cref="HttpRequest.IsHttps"/> and
    /// <see cref="HttpRequest.Host"/>.</summary>
    /// <returns>False when the authority is not a host with an optional port.</returns>
    public static bool TryMake(bool isHttps, ReadOnlySpan<byte> authority, out WebOrigin origin)
    {
        origin = default;
        if (!HostSyntax.IsValid(authority))
        {
            return false;
        }

        var host = HostNames.Split(authority, out var digits);
        int port = isHttps ? 443 : 80;
        if (!digits.IsEmpty && (!Utf8Parser.TryParse(digits, out port, out _) || port > ushort.MaxValue))
        {
            return false;
        }

        origin = new WebOrigin(isHttps, host, port);
        return true;
    }

    /// <summary>Whether both are the same: scheme, host and port (RFC 6454 §5).</summary>
    public bool IsSame(WebOrigin other) => IsHttps == other.IsHttps && _port == other._port && HostNames.AreSame(_host, other._host);
}
