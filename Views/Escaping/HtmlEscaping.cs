using System.Buffers;

namespace Stryke.Web.Views.Escaping;

/// <summary>
/// What cannot stand in text, RCDATA or a quoted attribute as it is. One set serves all three, so that a value is safe in
/// each of them (HTML, "Serialising HTML fragments", and both kinds of quotes).
/// </summary>
internal static class HtmlEscaping
{
    /// <summary>
    /// Besides the five: CR, which a parser would read as LF (HTML, "Preprocessing the input stream"), and NUL, which it would drop.
    /// </summary>
    public static readonly SearchValues<char> SpecialChars = SearchValues.Create("&<>\"'\r\0");

    public static readonly SearchValues<byte> SpecialBytes = SearchValues.Create("&<>\"'\r\0"u8);

    public static ReadOnlySpan<byte> EntityOf(char special) =>
        special switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\'' => "&#39;"u8,
            '\r' => "&#13;"u8,
            _ => "\uFFFD"u8,
        };
}
