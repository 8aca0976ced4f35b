using System.Text;

namespace Stryke.Web.Middleware;

/// <summary>
/// A session's values as bytes: a version (1), then for each value its name and its text in UTF-8, each behind its length as a
/// varint of 7-bit groups, lowest first.
/// </summary>
internal static class SessionCodec
{
    private const byte Version = 1;
    private const int MaxVarintBytes = 5;

    internal static int MaxLength(Dictionary<string, string> values)
    {
        int length = 1;
        foreach (var (name, value) in values)
        {
            length += (2 * MaxVarintBytes) + Encoding.UTF8.GetMaxByteCount(name.Length) + Encoding.UTF8.GetMaxByteCount(value.Length);
        }

        return length;
    }

    internal static int Write(Dictionary<string, string> values, Span<byte> destination)
    {
        destination[0] = Version;
        int length = 1;
        foreach (var (name, value) in values)
        {
            length += WriteText(name, destination[length..]);
            length += WriteText(value, destination[length..]);
        }

        return length;
    }

    /// <summary>Reads values; false, with some of them read, when the bytes are not what <see cref="Write"/> makes.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> source, Dictionary<string, string> values)
    {
        if (source.IsEmpty || source[0] != Version)
            return false;
        var rest = source[1..];
        while (!rest.IsEmpty)
        {
            if (!TryReadText(ref rest, out string? name) || !TryReadText(ref rest, out string? value))
                return false;
            values[name] = value;
        }

        return true;
    }

    private static int WriteText(string text, Span<byte> destination)
    {
        uint length = (uint)Encoding.UTF8.GetByteCount(text);
        int at = 0;
        uint rest = length;
        for (; rest >= 0x80; rest >>= 7)
            destination[at++] = (byte)(rest | 0x80);
        destination[at++] = (byte)rest;
        return at + Encoding.UTF8.GetBytes(text, destination[at..]);
    }

    private static bool TryReadText(ref ReadOnlySpan<byte> rest, out string text)
    {
        text = "";
        uint length = 0;
        for (int i = 0; ; i++)
        {
            if (i == rest.Length || i == MaxVarintBytes)
                return false;
            length |= (uint)(rest[i] & 0x7F) << (7 * i);
            if (rest[i] >= 0x80)
                continue;
            rest = rest[(i + 1)..];
            break;
        }

        if (length > rest.Length)
            return false;
        text = Encoding.UTF8.GetString(rest[..(int)length]);
        rest = rest[(int)length..];
        return true;
    }
}
