using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Http.Proxies;

/// <summary>An IP address as 128 bits, an IPv4 address as the mapped one (RFC 4291 §2.5.5.2): so that both are compared in one way and nothing is allocated.</summary>
internal readonly record struct NodeAddress(UInt128 Bits)
{
    private const ulong MappedPrefix = 0xFFFF_0000_0000;

    public bool IsIPv4 => Bits >> 32 == MappedPrefix >> 32;

    public static NodeAddress OfIPv4(uint bits) => new(MappedPrefix | bits);

    public static NodeAddress Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        UInt128 bits = 0;
        foreach (var b in bytes[..length])
        {
            bits = (bits << 8) | b;
        }

        return address.AddressFamily == AddressFamily.InterNetwork ? OfIPv4((uint)bits) : new NodeAddress(bits);
    }

    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < 16; i++)
        {
            bytes[i] = (byte)(Bits >> (120 - (8 * i)));
        }

        return new IPAddress(IsIPv4 ? bytes[12..] : bytes);
    }

    /// <summary>Reads an IPv4 address in four decimal parts or an IPv6 address in any of its forms (RFC 4291 §2.2), without a zone.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out NodeAddress address)
    {
        if (text.Contains((byte)':'))
        {
            return TryParseIPv6(text, out address);
        }

        var isValid = TryParseIPv4(text, out var bits);
        address = OfIPv4(bits);
        return isValid;
    }

    /// <summary>Writes the address in its canonical form (RFC 5952).</summary>
    /// <returns>Bytes written; at most 39.</returns>
    public int Format(Span<byte> utf8)
    {
        var written = 0;
        if (IsIPv4)
        {
            for (var shift = 24; shift >= 0; shift -= 8)
            {
                ((byte)(Bits >> shift)).TryFormat(utf8[written..], out var digits);
                written += digits;
                if (shift > 0)
                {
                    utf8[written++] = (byte)'.';
                }
            }

            return written;
        }

        var (zeros, zerosEnd) = LongestZeros();
        for (var group = 0; group < 8; group++)
        {
            if (group == zeros)
            {
                utf8[written++] = (byte)':';
                utf8[written++] = (byte)':';
                group = zerosEnd - 1;
                continue;
            }

            if (group > 0 && group != zerosEnd)
            {
                utf8[written++] = (byte)':';
            }

            Group(group).TryFormat(utf8[written..], out var digits, "x");
            written += digits;
        }

        return written;
    }

    private ushort Group(int index) => (ushort)(Bits >> (112 - (16 * index)));

    // RFC 5952 §4.2: the longest run of zero groups, the first of several, and not a single one.
    private (int Start, int End) LongestZeros()
    {
        var (start, end) = (-1, -1);
        for (var i = 0; i < 8; i++)
        {
            var from = i;
            while (i < 8 && Group(i) == 0)
            {
                i++;
            }

            if (i - from > Math.Max(1, end - start))
            {
                (start, end) = (from, i);
            }
        }

        return (start, end);
    }

    private static bool TryParseIPv4(ReadOnlySpan<byte> text, out uint bits)
    {
        bits = 0;
        for (var part = 0; part < 4; part++)
        {
            var length = part == 3 ? text.Length : text.IndexOf((byte)'.');

            // A leading zero is octal to some: 010.0.0.1 is two addresses.
            if (length is < 1 or > 3 || (length > 1 && text[0] == '0'))
            {
                return false;
            }

            var value = 0;
            foreach (var digit in text[..length])
            {
                if (digit is < (byte)'0' or > (byte)'9')
                {
                    return false;
                }

                value = (value * 10) + digit - '0';
            }

            if (value > 255)
            {
                return false;
            }

            bits = (bits << 8) | (uint)value;
            text = text[Math.Min(length + 1, text.Length)..];
        }

        return true;
    }

    private static bool TryParseIPv6(ReadOnlySpan<byte> text, out NodeAddress address)
    {
        address = default;
        UInt128 bits = 0;
        var (groups, gapAt) = (0, -1);
        if (text.StartsWith("::"u8))
        {
            gapAt = 0;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            var colon = text.IndexOf((byte)':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains((byte)'.'))
            {
                if (groups > 6 || !TryParseIPv4(group, out var last))
                {
                    return false;
                }

                bits = (bits << 32) | last;
                groups += 2;
                break;
            }

            if (groups == 8 || !TryParseGroup(group, out var value))
            {
                return false;
            }

            bits = (bits << 16) | value;
            groups++;
            if (colon < 0)
            {
                break;
            }

            text = text[(colon + 1)..];
            if (text.IsEmpty)
            {
                return false;
            }

            if (text[0] == ':')
            {
                if (gapAt >= 0)
                {
                    return false;
                }

                gapAt = groups;
                text = text[1..];
            }
        }

        if (gapAt < 0 ? groups != 8 : groups > 7)
        {
            return false;
        }

        // What stands before the gap moves up; 128 places at once are not defined.
        var after = gapAt < 0 ? 0 : 16 * (groups - gapAt);
        var tail = after == 0 ? 0 : bits & (UInt128.MaxValue >> (128 - after));
        var head = gapAt == 0 ? 0 : bits >> after;
        address = gapAt < 0 ? new(bits) : new(gapAt == 0 ? tail : (head << (128 - (16 * gapAt))) | tail);
        return true;
    }

    private static bool TryParseGroup(ReadOnlySpan<byte> text, out uint value)
    {
        value = 0;
        if (text.Length is < 1 or > 4)
        {
            return false;
        }

        foreach (var b in text)
        {
            var digit = Grammar.HexValue(b);
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | (uint)digit;
        }

        return true;
    }
}
