using System.Text;

namespace Stryke.Web.Http;

/// <summary>
/// What an <c>Accept</c> field says about a media type (RFC 9110 §12.5.1): the most specific range that matches it applies. Allocates
/// nothing.
/// </summary>
public static class MediaRanges
{
    /// <summary>
    /// Finds the preference for a media type. Parameters other than the weight are ignored, as are ranges with a malformed weight.
    /// </summary>
    /// <param name="accept">The value of the field; an empty one takes everything.</param>
    /// <param name="mediaType">Type and subtype, such as <c>application/json</c>; parameters are not looked at.</param>
    public static MediaPreference Of(ReadOnlySpan<byte> accept, ReadOnlySpan<byte> mediaType)
    {
        accept = Grammar.TrimWhitespace(accept);
        if (accept.IsEmpty)
            return new MediaPreference(MediaPreference.MaxWeight, 1, 0);
        mediaType = Name(mediaType);
        var best = default(MediaPreference);
        for (int position = 0; !accept.IsEmpty; position++)
        {
            int end = End(accept, (byte)',');
            var range = Grammar.TrimWhitespace(accept[..end]);
            accept = end < accept.Length ? accept[(end + 1)..] : default;
            int precision = Match(Name(range), mediaType);
            if (precision > best.Precision && Weight(range) is >= 0 and var weight)
                best = new MediaPreference(weight, precision, position);
        }

        return best;
    }

    private static int Match(ReadOnlySpan<byte> range, ReadOnlySpan<byte> mediaType)
    {
        if (range.SequenceEqual("*/*"u8))
            return 1;
        if (Ascii.EqualsIgnoreCase(range, mediaType))
            return 3;
        int slash = mediaType.IndexOf((byte)'/');
        bool isOfType = range.EndsWith("/*"u8) && range.Length == slash + 2 && Ascii.EqualsIgnoreCase(range[..slash], mediaType[..slash]);
        return isOfType ? 2 : 0;
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> range)
    {
        int parameters = range.IndexOf((byte)';');
        return Grammar.TrimWhitespace(parameters < 0 ? range : range[..parameters]);
    }

    /// <summary>The weight in thousandths, 1000 where none is given, -1 for one that is none (RFC 9110 §12.4.2).</summary>
    private static int Weight(ReadOnlySpan<byte> range)
    {
        var rest = range;
        while (true)
        {
            int end = End(rest, (byte)';');
            if (end == rest.Length)
                return MediaPreference.MaxWeight;
            rest = rest[(end + 1)..];
            var parameter = Grammar.TrimWhitespace(rest[..End(rest, (byte)';')]);
            if (parameter.StartsWith("q="u8) || parameter.StartsWith("Q="u8))
                return Parse(parameter[2..]);
        }
    }

    // qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )
    private static int Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 5 || text[0] is not ((byte)'0' or (byte)'1') || (text.Length > 1 && text[1] != '.'))
            return -1;
        int weight = (text[0] - '0') * 1000;
        for (int i = 2, unit = 100; i < text.Length; i++, unit /= 10)
        {
            if (!char.IsAsciiDigit((char)text[i]))
                return -1;
            weight += (text[i] - '0') * unit;
        }

        return weight > MediaPreference.MaxWeight ? -1 : weight;
    }

    /// <summary>Where the next separator outside quotes stands, or the end.</summary>
    private static int End(ReadOnlySpan<byte> text, byte separator)
    {
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted && text[i] == '\\')
                i++;
            else if (!isQuoted && text[i] == separator)
                return i;
        }

        return text.Length;
    }
}
