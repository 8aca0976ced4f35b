using System.Globalization;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Views;

/// <content>Values inside a script element: as a JavaScript (and JSON) value, or as a piece of a string.</content>
public sealed partial class HtmlWriter
{
    /// <summary>Writes a string in quotes, or <c>null</c>.</summary>
    /// <param name="value">Any text.</param>
    public void Script(string? value)
    {
        if (value is null)
        {
            Literal("null"u8);
            return;
        }
        Literal("\""u8);
        ScriptString(value);
        Literal("\""u8);
    }

    /// <summary>Writes markup as a string in quotes.</summary>
    /// <param name="value">The markup.</param>
    public void Script(Html value) => Script(value.ToString());

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The truth value.</param>
    public void Script(bool value) => Text(value);

    /// <summary>Writes <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    /// <param name="value">The truth value.</param>
    public void Script(bool? value)
    {
        if (value is { } known)
            Text(known);
        else
            Literal("null"u8);
    }

    /// <summary>Writes the name of an enum's member as a string, or <c>null</c>.</summary>
    /// <param name="value">The member.</param>
    public void Script(Enum? value) => Script(value?.ToString());

    /// <summary>
    /// Writes a number as a number (<c>null</c> when it is not finite) and anything else as a string; dates and times in ISO 8601.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public void Script<T>(T value)
        where T : IUtf8SpanFormattable?
    {
        if (
            value
            is double.NaN
                or double.PositiveInfinity
                or double.NegativeInfinity
                or float.NaN
                or float.PositiveInfinity
                or float.NegativeInfinity
        )
        {
            Literal("null"u8);
        }
        else if (IsNumber<T>())
        {
            // A space, so that a minus before a negative number does not become a decrement.
            Literal(" "u8);
            Format(value);
        }
        else
        {
            Script(
                value switch
                {
                    null => null,
                    DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
                    DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
                    _ => ToText(value),
                }
            );
        }
    }

    /// <summary>Writes a value that may be absent; null is <c>null</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public void Script<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            Script(known);
        else
            Literal("null"u8);
    }

    /// <summary>Writes a piece of a JavaScript string whose quotes stand in the template.</summary>
    /// <param name="value">Any text; null writes nothing.</param>
    public void ScriptString(string? value)
    {
        ReadOnlySpan<char> text = value;
        while (!text.IsEmpty)
        {
            int run = text.IndexOfAny(ScriptEscaping.SpecialChars);
            Transcode(run < 0 ? text : text[..run]);
            if (run < 0)
                return;
            if (_end - _position < 6)
                Ensure(6);
            ScriptEscaping.Escape(text[run], _bytes.AsSpan(_position));
            _position += 6;
            text = text[(run + 1)..];
        }
    }

    /// <summary>Writes markup as a piece of a JavaScript string.</summary>
    /// <param name="value">The markup.</param>
    public void ScriptString(Html value) => ScriptString(value.ToString());

    /// <summary>Writes one character into a JavaScript string.</summary>
    /// <param name="value">Any character.</param>
    public void ScriptString(char value) => ScriptString(value.ToString());

    /// <summary>Writes <c>true</c> or <c>false</c> into a JavaScript string.</summary>
    /// <param name="value">The truth value.</param>
    public void ScriptString(bool value) => Text(value);

    /// <summary>Writes the name of an enum's member into a JavaScript string.</summary>
    /// <param name="value">The member; null writes nothing.</param>
    public void ScriptString(Enum? value) => ScriptString(value?.ToString());

    /// <summary>Writes a number, a date or a GUID into a JavaScript string.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void ScriptString<T>(T value)
        where T : IUtf8SpanFormattable? => ScriptString(ToText(value));

    /// <summary>Writes a value that may be absent into a JavaScript string.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void ScriptString<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            ScriptString(known);
    }
}
