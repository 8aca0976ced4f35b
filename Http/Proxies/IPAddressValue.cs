using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Http.Proxies;

/// <summary>An IP address as 128 bits, an IPv4 address as the mapped one (RFC 4291 §2.5.5.2): so that both are compared in one way and nothing is allocated.</summary>
internal readonly partial record struct IPAddressValue(UInt128 Bits)
{
    private const ulong MappedPrefix = 0xFFFF_0000_0000;

    public bool IsIPv4 => Bits >> 32 == MappedPrefix >> 32;

    public static IPAddressValue OfIPv4(uint bits) => new(MappedPrefix | bits);

    public static IPAddressValue Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out int length);
        UInt128 bits = 0;
        foreach (byte b in bytes[..length])
        {
            bits = (bits << 8) | b;
        }

        return address.AddressFamily == AddressFamily.InterNetwork ? OfIPv4((uint)bits) : new IPAddressValue(bits);
    }

    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (int i = 0; i < 16; i++)
        {
            bytes[i] = (byte)(Bits >> (120 - (8 * i)));
        }

        return new IPAddress(IsIPv4 ? bytes[12..] : bytes);
    }

    /// <summary>Writes the address in its canonical form (RFC 5952).</summary>
    /// <returns>Bytes written; at most 39.</returns>
    public int Format(Span<byte> utf8)
    {
        int written = 0;
        if (IsIPv4)
        {
            for (int shift = 24; shift >= 0; shift -= 8)
            {
                ((byte)(Bits >> shift)).TryFormat(utf8[written..], out int digits);
                written += digits;
                if (shift > 0)
                {
                    utf8[written++] = (byte)'.';
                }
            }

            return written;
        }

        var (zeros, zerosEnd) = LongestZeros();
        for (int group = 0; group < 8; group++)
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

            Group(group).TryFormat(utf8[written..], out int digits, "x");
            written += digits;
        }

        return written;
    }

    private ushort Group(int index) => (ushort)(Bits >> (112 - (16 * index)));

    // RFC 5952 §4.2: the longest run of zero groups, the first of several, and not a single one.
    private (int Start, int End) LongestZeros()
    {
        var (start, end) = (-1, -1);
        for (int i = 0; i < 8; i++)
        {
            int from = i;
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
}
