using System.Runtime.CompilerServices;

namespace Stryke.Web.Text.Values;

/// <summary>
/// Reads text that comes from outside (a path, a form, a query, a JSON body, a variable) as a value. Each type has one grammar, the same
/// everywhere and in every culture:
/// <list type="table">
/// <item><term>bool</term>
/// <description><c>true</c>, <c>1</c>, <c>on</c>, <c>yes</c>; <c>false</c>, <c>0</c>, <c>off</c>, <c>no</c>; in any case.
/// </description></item>
/// <item><term>whole numbers</term>
/// <description>HTML §2.3.4.1, <i>valid integer</i>: <c>-</c> at most, then ASCII digits. No <c>+</c>.</description></item>
/// <item><term>decimal, double, float</term>
/// <description>HTML §2.3.4.3, <i>valid floating-point number</i>: <c>-1.50</c>, <c>.5</c>, <c>1e3</c>; not <c>5.</c>, <c>1,000</c>,
/// <c>NaN</c>. A decimal is exact: one with more digits than it holds is an error. A double is the nearest one.</description></item>
/// <item><term>DateOnly</term>
/// <description>RFC 3339 §5.6, <i>full-date</i>: <c>2026-04-26</c>, years 0001 to 9999.</description></item>
/// <item><term>TimeOnly</term>
/// <description>HTML §2.3.5.4, <i>valid time string</i>, with up to seven digits of the second: <c>12:30</c>,
/// <c>12:30:15.25</c>. Not <c>24:00</c>, no leap second.</description></item>
/// <item><term>DateTime, DateTimeOffset</term>
/// <description>RFC 3339 §5.6: a date, <c>T</c> or a space, a time as above, and perhaps <c>Z</c> or <c>±hh:mm</c>; or a date alone, for
/// the start of the day. Without an offset it is a time in <see cref="AppTimeZone"/>, never in the server's. A DateTime is always UTC.
/// </description></item>
/// <item><term>TimeSpan</term>
/// <description>ISO 8601 §5.5.2, without years and months: <c>P1DT2H30M</c>, <c>PT0.5S</c>, <c>P2W</c>, <c>-PT5M</c>.</description></item>
/// <item><term>Guid</term>
/// <description>RFC 9562 §4: 32 hexadecimal digits and four hyphens.</description></item>
/// <item><term>enums</term>
/// <description>The name of one member as it is declared; ASCII letters in any case.</description></item>
/// <item><term>byte[]</term>
/// <description>RFC 4648 §4: Base64 with its padding, without white space.</description></item>
/// </list>
/// White space, control characters and digits other than <c>0</c> to <c>9</c> belong to none of them. Reading throws nothing; an id is read
/// without allocating.
/// </summary>
public static class ValueReader
{
    /// <summary>Reads a value of any of the types above that is a struct and no enum.</summary>
    /// <param name="text">All of it is the value.</param>
    /// <param name="value">The value; unspecified when there is none.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the types above.</exception>
    public static ValueError Read<T>(ReadOnlySpan<char> text, out T value)
        where T : struct
    {
        value = default;
        // Each comparison is decided when the method is compiled for its T, so that one call is left.
        if (typeof(T) == typeof(bool))
            return BoolText.Read(text, out Unsafe.As<T, bool>(ref value));
        if (typeof(T) == typeof(sbyte))
            return NumberText.Read(text, out Unsafe.As<T, sbyte>(ref value));
        if (typeof(T) == typeof(byte))
            return NumberText.Read(text, out Unsafe.As<T, byte>(ref value));
        if (typeof(T) == typeof(short))
            return NumberText.Read(text, out Unsafe.As<T, short>(ref value));
        if (typeof(T) == typeof(ushort))
            return NumberText.Read(text, out Unsafe.As<T, ushort>(ref value));
        if (typeof(T) == typeof(int))
            return NumberText.Read(text, out Unsafe.As<T, int>(ref value));
        if (typeof(T) == typeof(uint))
            return NumberText.Read(text, out Unsafe.As<T, uint>(ref value));
        if (typeof(T) == typeof(long))
            return NumberText.Read(text, out Unsafe.As<T, long>(ref value));
        if (typeof(T) == typeof(ulong))
            return NumberText.Read(text, out Unsafe.As<T, ulong>(ref value));
        if (typeof(T) == typeof(decimal))
            return DecimalText.Read(text, out Unsafe.As<T, decimal>(ref value));
        if (typeof(T) == typeof(double))
            return NumberText.ReadReal(text, out Unsafe.As<T, double>(ref value));
        if (typeof(T) == typeof(float))
            return NumberText.ReadReal(text, out Unsafe.As<T, float>(ref value));
        if (typeof(T) == typeof(DateOnly))
            return IsoText.Read(text, out Unsafe.As<T, DateOnly>(ref value));
        if (typeof(T) == typeof(TimeOnly))
            return IsoText.Read(text, out Unsafe.As<T, TimeOnly>(ref value));
        if (typeof(T) == typeof(DateTime))
            return Read(text, AppTimeZone.Current, out Unsafe.As<T, DateTime>(ref value));
        if (typeof(T) == typeof(DateTimeOffset))
            return Read(text, AppTimeZone.Current, out Unsafe.As<T, DateTimeOffset>(ref value));
        if (typeof(T) == typeof(TimeSpan))
            return DurationText.Read(text, out Unsafe.As<T, TimeSpan>(ref value));
        if (typeof(T) == typeof(Guid))
            return GuidText.Read(text, out Unsafe.As<T, Guid>(ref value));
        throw new NotSupportedException($"{typeof(T)} is not read from text.");
    }

    /// <summary>As <see cref="Read{T}(ReadOnlySpan{char}, out T)"/>, where it does not matter why a text is no value.</summary>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is none of the types above.</exception>
    public static bool TryRead<T>(ReadOnlySpan<char> text, out T value)
        where T : struct => Read(text, out value) == ValueError.None;

    /// <summary>
    /// Reads a time that, without an offset, is one of <paramref name="zone"/>. Of a time that its clocks show twice, it is the first.
    /// </summary>
    /// <param name="text">All of it is the value.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <param name="value">The time in UTC.</param>
    public static ValueError Read(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTime value)
    {
        value = default;
        var error = IsoText.Read(text, out WallTime time);
        return error == ValueError.None ? time.ToUtc(zone, out value, out _) : error;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{char}, TimeZoneInfo, out DateTime)"/>
    /// <param name="text">All of it is the value.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    /// <param name="value">The time with the offset that it was sent with, or that the zone has then.</param>
    public static ValueError Read(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateTimeOffset value)
    {
        value = default;
        var error = IsoText.Read(text, out WallTime time);
        if (error != ValueError.None || (error = time.ToUtc(zone, out var utc, out var offset)) != ValueError.None)
            return error;
        value = new DateTimeOffset(utc).ToOffset(offset);
        return ValueError.None;
    }

    /// <summary>Reads the name of a member. Its number, a list of names and a combination of flags are none.</summary>
    public static bool TryReadMember<TEnum>(ReadOnlySpan<char> text, out TEnum value)
        where TEnum : struct, Enum => EnumNames<TEnum>.TryRead(text, out value);

    /// <summary>Reads bytes in Base64.</summary>
    /// <param name="text">All of it is the value; the empty text is no bytes.</param>
    /// <param name="value">The bytes; empty when the text is not Base64.</param>
    public static bool TryReadBytes(ReadOnlySpan<char> text, out byte[] value)
    {
        value = [];
        // The framework skips white space, which RFC 4648 §3.1 forbids unless it is asked for.
        if (text.Length % 4 != 0 || text.ContainsAny(" \t\r\n"))
            return false;
        byte[] bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out int length))
            return false;
        value = bytes.AsSpan(0, length).ToArray();
        return true;
    }
}
