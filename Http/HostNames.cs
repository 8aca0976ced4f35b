using System.Text;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Http;

/// <summary>Hosts as they stand in a <c>Host</c> field, in an origin or behind <c>//</c> in a URL (RFC 3986 §3.2.2).</summary>
public static class HostNames
{
    /// <summary>The host of an authority: a name, an IPv4 address, or an IPv6 address in its brackets.</summary>
    /// <param name="authority">With or without a port.</param>
    /// <param name="port">The port's digits, which may be none; empty without a port.</param>
    public static ReadOnlySpan<byte> Split(ReadOnlySpan<byte> authority, out ReadOnlySpan<byte> port)
    {
        int colon = authority.LastIndexOf((byte)':');
        if (colon < authority.LastIndexOf((byte)']'))
        {
            colon = -1;
        }

        port = colon < 0 ? default : authority[(colon + 1)..];
        return colon < 0 ? authority : authority[..colon];
    }

    /// <summary>
    /// Whether two hosts are the same: names are compared without case, IPv6 addresses as addresses (RFC 3986 §6.2.2.1). A name with a dot
    /// at its end is another name, as it is to browsers.
    /// </summary>
    /// <param name="host">Without a port.</param>
    /// <param name="other">Without a port.</param>
    public static bool AreSame(ReadOnlySpan<byte> host, ReadOnlySpan<byte> other) =>
        Ascii.EqualsIgnoreCase(host, other) || (TryReadAddress(host, out var one) && TryReadAddress(other, out var two) && one == two);

    private static bool TryReadAddress(ReadOnlySpan<byte> host, out IPAddressValue address)
    {
        address = default;
        return host.Length > 2 && host[0] == '[' && host[^1] == ']' && IPAddressValue.TryParse(host[1..^1], out address);
    }
}
