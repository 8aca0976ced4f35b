using System.Buffers.Text;
using System.Text;

namespace Stryke.Web.Http.Proxies;

/// <summary>One hop as a proxy names it (RFC 7239 §6): an address with or without a port, or a name that tells nothing.</summary>
/// <param name="Address">The address; null for <c>unknown</c> and for obfuscated names.</param>
/// <param name="Port">0 where none is told.</param>
internal readonly record struct ForwardedNode(IPAddressValue? Address, int Port)
{
    /// <summary>A hop of which the proxy does not tell the address.</summary>
    public static ForwardedNode Unknown => default;

    /// <summary>Reads <c>nodename [":" node-port]</c>; in <c>X-Forwarded-For</c> an IPv6 address may stand without its brackets.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, bool mayLackBrackets, out ForwardedNode node)
    {
        node = default;
        if (mayLackBrackets && IPAddressValue.TryParse(text, out var bare))
        {
            node = new(bare, 0);
            return true;
        }

        bool isBracketed = !text.IsEmpty && text[0] == '[';
        int nameEnd = isBracketed ? text.IndexOf((byte)']') + 1 : text.IndexOf((byte)':');
        nameEnd = nameEnd < 0 ? text.Length : nameEnd;
        if (nameEnd == 0 || !TryParsePort(text[nameEnd..], out int port))
        {
            return false;
        }

        var name = text[..nameEnd];
        if (Ascii.EqualsIgnoreCase(name, "unknown"u8) || IsObfuscated(name))
        {
            return true;
        }

        name = isBracketed ? name[1..^1] : name;
        if (isBracketed != name.Contains((byte)':') || !IPAddressValue.TryParse(name, out var address))
        {
            return false;
        }

        node = new(address, port);
        return true;
    }

    // node-port = 1*5DIGIT / obfport
    private static bool TryParsePort(ReadOnlySpan<byte> text, out int port)
    {
        port = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != ':')
        {
            return false;
        }

        text = text[1..];
        return IsObfuscated(text)
            || (
                text.Length is > 0 and <= 5
                && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                && Utf8Parser.TryParse(text, out port, out _)
                && port <= ushort.MaxValue
            );
    }

    // RFC 7239 §6.3: "_" 1*( ALPHA / DIGIT / "." / "_" / "-" )
    private static bool IsObfuscated(ReadOnlySpan<byte> text) =>
        text.Length > 1
        && text[0] == '_'
        && !text[1..].ContainsAnyExcept("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);
}
