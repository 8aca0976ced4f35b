namespace Stryke.Web.Http.Proxies;

// Text to bits. The base library's own parsers make an object for each address, and take forms that only some readers understand.
internal readonly partial record struct IPAddressValue
{
    /// <summary>Reads an IPv4 address in four decimal parts or an IPv6 address in any of its forms (RFC 4291 §2.2), without a zone.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IPAddressValue address)
    {
        if (text.Contains((byte)':'))
        {
            return TryParseIPv6(text, out address);
        }

        bool isValid = TryParseIPv4(text, out uint bits);
        address = OfIPv4(bits);
        return isValid;
    }

    private static bool TryParseIPv4(ReadOnlySpan<byte> text, out uint bits)
    {
        bits = 0;
        for (int part = 0; part < 4; part++)
        {
            int length = part == 3 ? text.Length : text.IndexOf((byte)'.');

            // A leading zero is octal to some: 010.0.0.1 is two addresses.
            if (length is < 1 or > 3 || (length > 1 && text[0] == '0'))
            {
                return false;
            }

            int value = 0;
            foreach (byte digit in text[..length])
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

    private static bool TryParseIPv6(ReadOnlySpan<byte> text, out IPAddressValue address)
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
            int colon = text.IndexOf((byte)':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && group.Contains((byte)'.'))
            {
                if (groups > 6 || !TryParseIPv4(group, out uint last))
                {
                    return false;
                }

                bits = (bits << 32) | last;
                groups += 2;
                break;
            }

            if (groups == 8 || !TryParseGroup(group, out uint value))
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
        int after = gapAt < 0 ? 0 : 16 * (groups - gapAt);
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

        foreach (byte b in text)
        {
            int digit = Grammar.HexValue(b);
            if (digit < 0)
            {
                return false;
            }

            value = (value << 4) | (uint)digit;
        }

        return true;
    }
}
