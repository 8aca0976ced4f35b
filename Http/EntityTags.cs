namespace Stryke.Web.Http;

/// <summary>Comparison of entity tags (RFC 9110 §8.8.3.2), as the conditional fields ask for it.</summary>
public static class EntityTags
{
    /// <summary>Whether a list (<c>If-Match</c>, <c>If-None-Match</c>) has a tag, or is <c>*</c>.</summary>
    /// <param name="list">The value of the field.</param>
    /// <param name="tag">The tag of the representation in its quotes, with <c>W/</c> when it is weak.</param>
    /// <param name="isStrong">True for the strong comparison (If-Match, If-Range), false for the weak one (If-None-Match).</param>
    public static bool Has(ReadOnlySpan<byte> list, ReadOnlySpan<byte> tag, bool isStrong = false)
    {
        var rest = Grammar.TrimWhitespace(list);
        if (rest.SequenceEqual("*"u8))
        {
            return true;
        }

        while (TryTake(ref rest, out var candidate))
        {
            if (isStrong ? IsSameStrongly(candidate, tag) : Opaque(candidate).SequenceEqual(Opaque(tag)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two tags are the same and neither is weak (RFC 9110 §8.8.3.2).</summary>
    internal static bool IsSameStrongly(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        !IsWeak(one) && !one.IsEmpty && one.SequenceEqual(other);

    /// <summary>Takes the next member off a list. A comma may stand within the quotes of a tag (RFC 9110 §8.8.3); empty members are passed
    /// over.</summary>
    private static bool TryTake(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> member)
    {
        rest = rest.TrimStart(" \t,"u8);
        int open = IsWeak(rest) ? 2 : 0;
        int close = rest.Length > open && rest[open] == '"' ? rest[(open + 1)..].IndexOf((byte)'"') : -1;
        int from = close < 0 ? 0 : open + close + 2;
        int comma = rest[from..].IndexOf((byte)',');
        int end = comma < 0 ? rest.Length : from + comma;
        member = Grammar.TrimWhitespace(rest[..end]);
        rest = rest[end..];
        return !member.IsEmpty;
    }

    private static bool IsWeak(ReadOnlySpan<byte> tag) => tag.StartsWith("W/"u8);

    private static ReadOnlySpan<byte> Opaque(ReadOnlySpan<byte> tag) => IsWeak(tag) ? tag[2..] : tag;
}
