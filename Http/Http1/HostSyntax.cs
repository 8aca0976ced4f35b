using System.Net;
using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>The Host field: <c>uri-host [ ":" port ]</c> (RFC 9110 §7.2, RFC 3986 §3.2.2).</summary>
internal static class HostSyntax
{
    /// <summary>
    /// True for a name, an IPv4 address or a bracketed IPv6 address, with or without a port. An empty host is refused (RFC 9110 §4.2.1).
    /// </summary>
    public static bool IsValid(ReadOnlySpan<byte> host)
    {
        if (!host.IsEmpty && host[0] == '[')
        {
            int end = host.IndexOf((byte)']');
            return end > 0 && IsAddress(host[1..end]) && (end + 1 == host.Length || (host[end + 1] == ':' && IsPort(host[(end + 2)..])));
        }

        int colon = host.IndexOf((byte)':');
        var name = colon < 0 ? host : host[..colon];
        return !name.IsEmpty
            && !name.ContainsAnyExcept(Grammar.RegName)
            && PercentEncoding.IsWellFormed(name)
            && (colon < 0 || IsPort(host[(colon + 1)..]));
    }

    // RFC 3986 §3.2.3: a port may be empty.
    private static bool IsPort(ReadOnlySpan<byte> port) => port.Length <= 5 && !port.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsAddress(ReadOnlySpan<byte> address)
    {
        if (address.Length is < 2 or > 45 || !address.Contains((byte)':') || address.ContainsAnyExcept("0123456789abcdefABCDEF:."u8))
        {
            return false;
        }

        Span<char> text = stackalloc char[address.Length];
        Encoding.ASCII.GetChars(address, text);
        return IPAddress.TryParse(text, out _);
    }
}
