using System.Globalization;

namespace Stryke.Web.Views;

/// <content>How values become text, wherever they stand.</content>
public sealed partial class HtmlWriter
{
    private const int FormattedLength = 128;

    private void Format<T>(T value)
        where T : IUtf8SpanFormattable?
    {
        if (value is null)
            return;
        if (_end - _position < FormattedLength)
            Ensure(FormattedLength);
        var free = _bytes.AsSpan(_position, _end - _position);
        if (!value.TryFormat(free, out int written, FormatOf<T>(), CultureInfo.InvariantCulture))
        {
            EscapeText(ToText(value).AsSpan());
            return;
        }
        if (IsPlain<T>() || !free[..written].ContainsAny(Escaping.HtmlEscaping.SpecialBytes))
        {
            _position += written;
            return;
        }
        // Rare: a type of the app's own whose text has to be escaped. It stands where it is going to be written, so it moves first.
        EscapeText(free[..written].ToArray().AsSpan());
    }

    /// <summary>The same text as a string, for the places where it must be looked at before it is written.</summary>
    private static string ToText<T>(T value)
        where T : IUtf8SpanFormattable? =>
        value switch
        {
            null => "",
            IFormattable formattable => formattable.ToString(FormatOf<T>(), CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string? FormatOf<T>()
    {
        if (typeof(T) == typeof(DateTime))
            return "yyyy-MM-dd HH:mm:ss";
        if (typeof(T) == typeof(DateTimeOffset))
            return "yyyy-MM-dd HH:mm:ss zzz";
        if (typeof(T) == typeof(DateOnly))
            return "yyyy-MM-dd";
        if (typeof(T) == typeof(TimeOnly))
            return "HH:mm:ss";
        return null;
    }

    /// <summary>Types whose text never needs escaping; the test folds away when the method is compiled.</summary>
    private static bool IsPlain<T>() =>
        IsNumber<T>()
        || typeof(T) == typeof(DateTime)
        || typeof(T) == typeof(DateTimeOffset)
        || typeof(T) == typeof(DateOnly)
        || typeof(T) == typeof(TimeOnly)
        || typeof(T) == typeof(TimeSpan)
        || typeof(T) == typeof(Guid);

    private static bool IsNumber<T>() =>
        typeof(T) == typeof(int)
        || typeof(T) == typeof(long)
        || typeof(T) == typeof(short)
        || typeof(T) == typeof(byte)
        || typeof(T) == typeof(uint)
        || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(sbyte)
        || typeof(T) == typeof(double)
        || typeof(T) == typeof(float)
        || typeof(T) == typeof(decimal);
}
