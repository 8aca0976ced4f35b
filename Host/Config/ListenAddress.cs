using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Stryke.Web.Host.Launch;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary>
/// Addresses to listen on as people write them: <c>127.0.0.1:3000</c>, <c>[::1]:3000</c>, <c>localhost:3000</c>, <c>unix:tmp/blog.sock</c>.
/// </summary>
internal static class ListenAddress
{
    public const string Expected = "an address such as \"127.0.0.1:3000\", \"[::1]:3000\" or \"unix:tmp/app.sock\"";

    private const string UnixPrefix = "unix:";

    /// <returns>An <see cref="IPEndPoint"/>, a <see cref="UnixDomainSocketEndPoint"/> with the path as it is written, or null.</returns>
    public static EndPoint? Parse(SettingValue value)
    {
        if (value.Value is not string text)
            return null;
        return text.StartsWith(UnixPrefix, StringComparison.Ordinal) ? AtPath(text[UnixPrefix.Length..]) : AtPort(text);
    }

    /// <summary>No name look-up: what an app listens on should not depend on a resolver, and a static executable has none.</summary>
    public static IPAddress? Host(string text) =>
        text switch
        {
            "localhost" => IPAddress.Loopback,
            _ when IPAddress.TryParse(text, out var address) => address,
            _ => null,
        };

    /// <summary>How messages and the banner name it.</summary>
    public static string Text(EndPoint endPoint) => endPoint is UnixDomainSocketEndPoint ? $"{UnixPrefix}{endPoint}" : $"{endPoint}";

    /// <exception cref="StartException">The path is longer than the kernel takes.</exception>
    public static UnixDomainSocketEndPoint ToPath(string path) =>
        AtPath(path)
        ?? throw new StartException(
            $"{UnixPrefix}{path} is too long for the name of a socket (unix(7): 107 bytes). Choose a shorter path in "
                + "config/server.toml, [server].",
            ExitCodes.Configuration
        );

    private static UnixDomainSocketEndPoint? AtPath(string path)
    {
        try
        {
            return path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? null : new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentException)
        {
            return null; // .NET knows how much a socket's address holds
        }
    }

    // The brackets of RFC 3986 §3.2.2 tell the colons of an IPv6 address from the one before the port.
    private static IPEndPoint? AtPort(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 0 || !ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
            return null;
        string host = text[..colon];
        bool isBracketed = host.StartsWith('[') && host.EndsWith(']');
        if (isBracketed)
            host = host[1..^1];
        return Host(host) is { } address && isBracketed == (address.AddressFamily == AddressFamily.InterNetworkV6)
            ? new IPEndPoint(address, port)
            : null;
    }
}
