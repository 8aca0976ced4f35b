namespace Stryke.Web.Text.Values;

/// <summary>UUIDs as RFC 9562 §4 writes them. The framework's reader also takes white space around them and <c>0x</c> within.</summary>
internal static class GuidText
{
    private const string Form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    public static ValueError Read(ReadOnlySpan<char> text, out Guid value)
    {
        value = default;
        if (text.Length != Form.Length)
            return ValueError.Malformed;
        for (int i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '-' ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return ValueError.Malformed;
        }
        return Guid.TryParseExact(text, "D", out value) ? ValueError.None : ValueError.Malformed;
    }
}
