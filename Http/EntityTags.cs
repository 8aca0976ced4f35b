namespace Stryke.Web.Http;

/// <summary>Comparison of entity tags (RFC 9110 §8.8.3.2), as the conditional fields ask for it.</summary>
public static class EntityTags
{
    /// <summary>Whether a list (<c>If-Match</c>, <c>If-None-Match</c>) has a tag, or is <c>*</c>.</summary>
    /// <param name="list">The value of the field.</param>
    /// <param name="tag">The tag of what there is, in its quotes, with <c>W/</c> where it is weak.</param>
    /// <param name="isStrong">True: weak tags match nothing (If-Match, If-Range); false: weakness does not matter (If-None-Match).</param>
    public static bool Has(ReadOnlySpan<byte> list, ReadOnlySpan<byte> tag, bool isStrong = false)
    {
        foreach (var range in list.Split((byte)','))
        {
            var candidate = Grammar.TrimWhitespace(list[range]);
            if (candidate.SequenceEqual("*"u8) || (isStrong ? !IsWeak(tag) && candidate.SequenceEqual(tag) : Opaque(candidate).SequenceEqual(Opaque(tag))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWeak(ReadOnlySpan<byte> tag) => tag.StartsWith("W/"u8);

    private static ReadOnlySpan<byte> Opaque(ReadOnlySpan<byte> tag) => IsWeak(tag) ? tag[2..] : tag;
}
