using System.Globalization;
using System.Numerics;

namespace Stryke.Web.Text.Values;

/// <summary>Says what is wrong with a text, in words that go on behind the name of a field: <c>Rank</c> <c>is not a number</c>.</summary>
public static class ValueMessage
{
    /// <summary>Why a text is no value of <typeparamref name="T"/>.</summary>
    public static string Of<T>(ValueError error)
        where T : struct =>
        error switch
        {
            ValueError.NotWhole => "is not a whole number",
            ValueError.TooSmall => $"is too small (minimum is {Range<T>().Min})",
            ValueError.TooLarge => $"is too large (maximum is {Range<T>().Max})",
            ValueError.TooPrecise when typeof(T) == typeof(decimal) => "has too many digits (28 are kept)",
            ValueError.TooPrecise => "has too many digits (a second has 7 at most)",
            ValueError.Skipped => $"does not exist in {AppTimeZone.Current.Id}: clocks go forward over it",
            _ => Malformed<T>(),
        };

    /// <summary>All that a member of an enum is called.</summary>
    public static string NamesOf<TEnum>()
        where TEnum : struct, Enum => EnumNames<TEnum>.List;

    private static string Malformed<T>()
    {
        if (typeof(T) == typeof(bool))
            return "is neither yes nor no";
        if (typeof(T) == typeof(DateOnly))
            return "is not a date";
        if (typeof(T) == typeof(TimeOnly))
            return "is not a time";
        if (typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTimeOffset))
            return "is not a date and time";
        if (typeof(T) == typeof(TimeSpan))
            return "is not a duration";
        return typeof(T) == typeof(Guid) ? "is not a GUID" : "is not a number";
    }

    private static (string Min, string Max) Range<T>()
    {
        if (typeof(T) == typeof(sbyte))
            return RangeOf<sbyte>();
        if (typeof(T) == typeof(byte))
            return RangeOf<byte>();
        if (typeof(T) == typeof(short))
            return RangeOf<short>();
        if (typeof(T) == typeof(ushort))
            return RangeOf<ushort>();
        if (typeof(T) == typeof(int))
            return RangeOf<int>();
        if (typeof(T) == typeof(uint))
            return RangeOf<uint>();
        if (typeof(T) == typeof(long))
            return RangeOf<long>();
        if (typeof(T) == typeof(ulong))
            return RangeOf<ulong>();
        if (typeof(T) == typeof(decimal))
            return RangeOf<decimal>();
        if (typeof(T) == typeof(float))
            return RangeOf<float>();
        if (typeof(T) == typeof(double))
            return RangeOf<double>();
        return typeof(T) == typeof(TimeSpan)
            ? (ValueWriter.Text(TimeSpan.MinValue), ValueWriter.Text(TimeSpan.MaxValue))
            : (ValueWriter.Text(DateTime.MinValue), ValueWriter.Text(DateTime.MaxValue));
    }

    private static (string Min, string Max) RangeOf<T>()
        where T : IMinMaxValue<T>, IFormattable => (Text(T.MinValue), Text(T.MaxValue));

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
