using System.Globalization;

namespace Stryke.Web.Text.Values;

/// <summary>
/// Writes values as text that <see cref="ValueReader"/> reads back as the same value, in every culture: for fields of forms, for queries of
/// paths. NaN and the infinities have a text and no way back.
/// </summary>
public static class ValueWriter
{
    private const string Clock = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>Writes a value of any of the types below that is a struct and no enum.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of them.</exception>
    public static string Write<T>(T value)
        where T : struct =>
        value switch
        {
            bool flag => Text(flag),
            sbyte or byte or short or ushort or int or uint or long => Text(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            ulong number => Text(number),
            decimal number => Text(number),
            double number => Text(number),
            float number => Text(number),
            DateOnly day => Text(day),
            TimeOnly time => Text(time),
            DateTime instant => Text(instant),
            DateTimeOffset moment => Text(moment),
            TimeSpan duration => Text(duration),
            Guid id => Text(id),
            _ => throw new NotSupportedException($"{typeof(T)} has no text form here."),
        };

    /// <summary><c>1</c> or <c>0</c>, as check boxes send.</summary>
    public static string Text(bool value) => value ? "1" : "0";

    /// <summary>The number.</summary>
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(long)"/>
    public static string Text(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number with the digits that it has: <c>1.50</c>.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest number that is read as the same one: <c>0.1</c>, <c>1E+300</c>.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(double)"/>
    public static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The day: <c>2026-04-26</c>.</summary>
    public static string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The time of day: <c>12:30:00</c>.</summary>
    public static string Text(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>The instant in UTC: <c>2026-04-26T12:30:00Z</c>.</summary>
    public static string Text(DateTime value) => UtcTime.Of(value).ToString($"{Clock}'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time with its offset: <c>2026-04-26T12:30:00+02:00</c>.</summary>
    public static string Text(DateTimeOffset value) => value.ToString($"{Clock}zzz", CultureInfo.InvariantCulture);

    /// <summary>The duration: <c>P1DT2H30M</c>.</summary>
    public static string Text(TimeSpan value) => DurationText.Write(value);

    /// <summary>The GUID, with hyphens.</summary>
    public static string Text(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The bytes in Base64.</summary>
    public static string Text(byte[] value) => Convert.ToBase64String(value);

    /// <summary>The name of a member; the number of a value that has none.</summary>
    public static string Text<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.GetName(value) ?? value.ToString("D");

    /// <summary>
    /// What a clock in <see cref="AppTimeZone"/> shows, with as much of a second as there is and without its offset:
    /// <c>2026-04-26T12:30:00</c>. For people; of the two equal hours when clocks go back, the first is read back.
    /// </summary>
    public static string LocalText(DateTime value) =>
        WallTime.At(UtcTime.Of(value), AppTimeZone.Current).ToString(Clock, CultureInfo.InvariantCulture);
}
