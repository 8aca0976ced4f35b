namespace Stryke.Web.Views;

/// <content>Values between the quotes of an attribute that holds text.</content>
public sealed partial class HtmlWriter
{
    /// <summary>Writes a value inside a quoted attribute, escaped.</summary>
    /// <param name="value">Any text; null writes nothing.</param>
    public void Attribute(string? value) => EscapeText(value.AsSpan());

    /// <summary>Writes one character inside a quoted attribute, escaped.</summary>
    /// <param name="value">Any character.</param>
    public void Attribute(char value) => Text(value);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The truth value.</param>
    public void Attribute(bool value) => Text(value);

    /// <summary>Writes <c>true</c>, <c>false</c>, or nothing for null.</summary>
    /// <param name="value">The truth value.</param>
    public void Attribute(bool? value) => Text(value);

    /// <summary>Writes the name of an enum's member.</summary>
    /// <param name="value">The member; null writes nothing.</param>
    public void Attribute(Enum? value) => Text(value?.ToString());

    /// <summary>Writes markup as the text that it is: inside an attribute it is escaped like any other.</summary>
    /// <param name="value">The markup.</param>
    public void Attribute(Html value)
    {
        if (value.Text is { } text)
            EscapeText(text.AsSpan());
        else
            EscapeText(value.Bytes);
    }

    /// <summary>Writes a number, a date or a GUID inside a quoted attribute.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Attribute<T>(T value)
        where T : IUtf8SpanFormattable? => Format(value);

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Attribute<T>(T? value)
        where T : struct, IUtf8SpanFormattable => Text(value);
}
