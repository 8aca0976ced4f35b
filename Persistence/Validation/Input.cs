using System.ComponentModel;
using System.Globalization;

namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// Between what a form sends and the values of columns, as generated code calls it. <c>Parse</c> returns what is wrong with a text, null when
/// it is a value; <c>Text</c> is the way back.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Input
{
    private const string NotANumber = "is not a number";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static readonly string[] s_times =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd",
    ];

    /// <summary>Whether nothing was sent: what an optional column takes for null.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary><c>1</c>, <c>true</c>, <c>on</c>, <c>yes</c>; <c>0</c>, <c>false</c>, <c>off</c>, <c>no</c> and nothing.</summary>
    public static string? Parse(string? text, out bool value)
    {
        string? word = text?.Trim().ToLowerInvariant();
        value = word is "1" or "true" or "on" or "yes";
        return value || word is null or "" or "0" or "false" or "off" or "no" ? null : "is neither yes nor no";
    }

    /// <summary>A whole number of 32 bits.</summary>
    public static string? Parse(string? text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value)
            ? null : NotA(text, NotANumber);

    /// <summary>A whole number of 64 bits.</summary>
    public static string? Parse(string? text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value)
            ? null : NotA(text, NotANumber);

    /// <summary>A floating-point number that is finite.</summary>
    public static string? Parse(string? text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) ? null : NotA(text, NotANumber);

    /// <summary>An exact number.</summary>
    public static string? Parse(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) ? null : NotA(text, NotANumber);

    /// <summary>A time, in UTC unless it says otherwise: the forms of <c>datetime-local</c> and ISO 8601, or a day.</summary>
    public static string? Parse(string? text, out DateTime value) =>
        DateTime.TryParseExact(text, s_times, CultureInfo.InvariantCulture, Utc, out value) ? null : NotA(text, "is not a date and time");

    /// <summary>A day: <c>2026-04-26</c>.</summary>
    public static string? Parse(string? text, out DateOnly value) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value) ? null : NotA(text, "is not a date");

    /// <summary>A GUID, with hyphens.</summary>
    public static string? Parse(string? text, out Guid value) => Guid.TryParseExact(text?.Trim(), "D", out value) ? null : NotA(text, "is not a GUID");

    /// <summary>Bytes in Base64.</summary>
    public static string? Parse(string? text, out byte[] value)
    {
        value = [];
        byte[] buffer = new byte[((text?.Length ?? 0) * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(text ?? "", buffer, out int length)) return "is not Base64";
        value = buffer[..length];
        return null;
    }

    /// <summary>An enum by name, in any case, or by its number.</summary>
    public static string? Parse<TEnum>(string? text, out TEnum value) where TEnum : struct, Enum =>
        Enum.TryParse(text?.Trim(), ignoreCase: true, out value) && Enum.IsDefined(value) ? null : NotA(text, "is not included in the list");

    /// <summary>A text is itself.</summary>
    public static string? Text(string? value) => value;

    /// <summary><c>1</c> or <c>0</c>, as check boxes send.</summary>
    public static string? Text(bool? value) => value switch { null => null, true => "1", false => "0" };

    /// <summary>The number.</summary>
    public static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number, as short as it can be read back.</summary>
    public static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number.</summary>
    public static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The time as <c>datetime-local</c> has it, in UTC, with as much of a second as there is.</summary>
    public static string? Text(DateTime? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>The day: <c>2026-04-26</c>.</summary>
    public static string? Text(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The GUID, with hyphens.</summary>
    public static string? Text(Guid? value) => value?.ToString("D");

    /// <summary>The bytes in Base64.</summary>
    public static string? Text(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    private static string NotA(string? text, string message) => IsBlank(text) ? "can't be blank" : message;
}
