using System.Buffers;

namespace Stryke.Web.Http;

/// <summary>
/// The grammar of the <c>tracestate</c> field (W3C Trace Context §3.3.1). What it says is others' affair: it is handed on
/// whole, or not at all.
/// </summary>
internal static class TraceState
{
    private const int MaxMembers = 32;
    private const int MaxKeyBytes = 256;
    private const int MaxTenantBytes = 241;
    private const int MaxSystemBytes = 14;
    private const int MaxValueBytes = 256;

    private static readonly SearchValues<byte> KeyBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-*/"u8);

    public static bool IsValid(ReadOnlySpan<byte> list)
    {
        int members = 0;
        while (true)
        {
            int comma = list.IndexOf((byte)',');
            var member = Grammar.TrimWhitespace(comma < 0 ? list : list[..comma]);
            if (!member.IsEmpty && (++members > MaxMembers || !IsMember(member)))
            {
                return false;
            }

            if (comma < 0)
            {
                return members > 0;
            }

            list = list[(comma + 1)..];
        }
    }

    private static bool IsMember(ReadOnlySpan<byte> member)
    {
        int equals = member.IndexOf((byte)'=');
        return equals > 0 && IsKey(member[..equals]) && IsValue(member[(equals + 1)..]);
    }

    // §3.3.1.3.1: a system, or a tenant of one (fw529a3039@dt).
    private static bool IsKey(ReadOnlySpan<byte> key)
    {
        int at = key.IndexOf((byte)'@');
        return at < 0
            ? key.Length <= MaxKeyBytes && IsName(key, mayBeginWithDigit: false)
            : at <= MaxTenantBytes
                && IsName(key[..at], mayBeginWithDigit: true)
                && key.Length - at - 1 <= MaxSystemBytes
                && IsName(key[(at + 1)..], mayBeginWithDigit: false);
    }

    private static bool IsName(ReadOnlySpan<byte> name, bool mayBeginWithDigit) =>
        !name.IsEmpty
        && (name[0] is >= (byte)'a' and <= (byte)'z' || (mayBeginWithDigit && name[0] is >= (byte)'0' and <= (byte)'9'))
        && !name.ContainsAnyExcept(KeyBytes);

    // §3.3.1.3.2: printable ASCII but commas and equals signs; a space is not the last.
    private static bool IsValue(ReadOnlySpan<byte> value) =>
        value.Length is > 0 and <= MaxValueBytes
        && !value.ContainsAnyExceptInRange((byte)' ', (byte)'~')
        && !value.Contains((byte)'=')
        && value[^1] != ' ';
}
