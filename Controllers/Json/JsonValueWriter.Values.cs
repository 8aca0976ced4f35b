using System.Globalization;

namespace Stryke.Web.Controllers.Json;

// How values are written: one place for the values of models and of an app's own types.
public sealed partial class JsonValueWriter
{
    private const int LongestDay = 10,
        LongestTime = 16,
        LongestSpan = 26;

    /// <summary>Writes null.</summary>
    public void Null() => Writer.WriteNullValue();

    /// <summary>Writes a text; what is no Unicode in it (half a surrogate pair) becomes U+FFFD.</summary>
    public void Value(string? value) => Writer.WriteStringValue(value);

    /// <summary>Writes a character as a text.</summary>
    public void Value(char value) => Writer.WriteStringValue(new ReadOnlySpan<char>(in value));

    /// <summary>Writes true or false.</summary>
    public void Value(bool value) => Writer.WriteBooleanValue(value);

    /// <summary>Writes a whole number.</summary>
    public void Value(int value) => Writer.WriteNumberValue(value);

    /// <summary>Writes a whole number.</summary>
    public void Value(uint value) => Writer.WriteNumberValue(value);

    /// <summary>Writes a whole number with all its digits; JavaScript keeps those of the numbers up to 2^53 only (RFC 8259 §6).</summary>
    public void Value(long value) => Writer.WriteNumberValue(value);

    /// <summary>Writes a whole number with all its digits; JavaScript keeps those of the numbers up to 2^53 only (RFC 8259 §6).</summary>
    public void Value(ulong value) => Writer.WriteNumberValue(value);

    /// <summary>Writes an exact number, with the zeros at its end.</summary>
    public void Value(decimal value) => Writer.WriteNumberValue(value);

    /// <summary>Writes a number; null for infinity and NaN, which JSON does not have (RFC 8259 §6).</summary>
    public void Value(double value)
    {
        if (double.IsFinite(value))
            Writer.WriteNumberValue(value);
        else
            Null();
    }

    /// <summary>Writes a number; null for infinity and NaN, which JSON does not have (RFC 8259 §6).</summary>
    public void Value(float value)
    {
        if (float.IsFinite(value))
            Writer.WriteNumberValue(value);
        else
            Null();
    }

    /// <summary>
    /// Writes a time in UTC (RFC 3339): a local one is converted, one of unspecified kind is taken for UTC, as in models.
    /// </summary>
    public void Value(DateTime value) =>
        Writer.WriteStringValue(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));

    /// <summary>Writes a time with its offset (RFC 3339).</summary>
    public void Value(DateTimeOffset value) => Writer.WriteStringValue(value);

    /// <summary>Writes a day: <c>2026-04-26</c>.</summary>
    public void Value(DateOnly value)
    {
        Span<char> text = stackalloc char[LongestDay];
        Writer.WriteStringValue(text[..Length(value.TryFormat(text, out int written, "O", CultureInfo.InvariantCulture), written)]);
    }

    /// <summary>Writes a time of day: <c>12:00:00.0000000</c>.</summary>
    public void Value(TimeOnly value)
    {
        Span<char> text = stackalloc char[LongestTime];
        Writer.WriteStringValue(text[..Length(value.TryFormat(text, out int written, "O", CultureInfo.InvariantCulture), written)]);
    }

    /// <summary>Writes a span of time: <c>1.02:03:04</c> for a day, two hours, three minutes and four seconds.</summary>
    public void Value(TimeSpan value)
    {
        Span<char> text = stackalloc char[LongestSpan];
        Writer.WriteStringValue(text[..Length(value.TryFormat(text, out int written, "c", CultureInfo.InvariantCulture), written)]);
    }

    /// <summary>Writes a GUID, with hyphens.</summary>
    public void Value(Guid value) => Writer.WriteStringValue(value);

    /// <summary>Writes an address as it was given.</summary>
    public void Value(Uri? value) => Writer.WriteStringValue(value?.OriginalString);

    /// <summary>Writes bytes in Base64 (RFC 4648 §4).</summary>
    public void Value(byte[]? value)
    {
        if (value is null)
            Null();
        else
            Writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes an enum by the name of its member in camelCase; by its number where it has none.</summary>
    public void Enum<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        Writer.WriteStringValue(
            string.Create(
                name.Length,
                name,
                static (text, source) =>
                {
                    source.CopyTo(text);
                    // Several flags are "Read, Write".
                    for (int i = 0; i < text.Length; i++)
                    {
                        if (i == 0 || text[i - 1] == ' ')
                            text[i] = char.ToLowerInvariant(text[i]);
                    }
                }
            )
        );
    }

    private static int Length(bool fits, int written) =>
        fits ? written : throw new InvalidOperationException("The value is longer than its type allows.");
}
