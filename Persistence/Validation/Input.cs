using System.ComponentModel;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// Between what a form sends and the values of columns, as generated code calls it. <c>Parse</c> returns what is wrong with a text, null
/// when it is a value (<see cref="ValueReader"/> has the grammar; spaces around it are dropped, as people paste them); <c>Text</c> is the
/// way back.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Input
{
    private const string Blank = "can't be blank";

    /// <summary>Whether a text says nothing to people: what an optional text is null for.</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>Whether nothing was sent: what an optional value is null for.</summary>
    public static bool IsEmpty(string? text) => Trimmed(text).IsEmpty;

    /// <summary>True or false; nothing is false.</summary>
    public static string? Parse(string? text, out bool value)
    {
        value = false;
        return IsEmpty(text) ? null : Read(text, out value);
    }

    /// <summary>A whole number of 32 bits.</summary>
    public static string? Parse(string? text, out int value) => Read(text, out value);

    /// <summary>A whole number of 64 bits.</summary>
    public static string? Parse(string? text, out long value) => Read(text, out value);

    /// <summary>A floating-point number that is finite.</summary>
    public static string? Parse(string? text, out double value) => Read(text, out value);

    /// <summary>An exact number.</summary>
    public static string? Parse(string? text, out decimal value) => Read(text, out value);

    /// <summary>A time, in the app's time zone unless it says its offset.</summary>
    public static string? Parse(string? text, out DateTime value) => Read(text, out value);

    /// <summary>A day.</summary>
    public static string? Parse(string? text, out DateOnly value) => Read(text, out value);

    /// <summary>A GUID, with hyphens.</summary>
    public static string? Parse(string? text, out Guid value) => Read(text, out value);

    /// <summary>Bytes in Base64.</summary>
    public static string? Parse(string? text, out byte[] value) =>
        ValueReader.TryReadBytes(Trimmed(text), out value) ? null : "is not Base64";

    /// <summary>A member of an enum, by its name.</summary>
    public static string? Parse<TEnum>(string? text, out TEnum value)
        where TEnum : struct, Enum =>
        ValueReader.TryReadMember(Trimmed(text), out value) ? null
        : IsEmpty(text) ? Blank
        : "is not included in the list";

    /// <summary>A text is itself.</summary>
    public static string? Text(string? value) => value;

    /// <inheritdoc cref="ValueWriter.Text(bool)"/>
    public static string? Text(bool? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(long)"/>
    public static string? Text(long? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(double)"/>
    public static string? Text(double? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(decimal)"/>
    public static string? Text(decimal? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.LocalText"/>
    public static string? Text(DateTime? value) => value is { } some ? ValueWriter.LocalText(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(DateOnly)"/>
    public static string? Text(DateOnly? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(Guid)"/>
    public static string? Text(Guid? value) => value is { } some ? ValueWriter.Text(some) : null;

    /// <inheritdoc cref="ValueWriter.Text(byte[])"/>
    public static string? Text(byte[]? value) => value is null ? null : ValueWriter.Text(value);

    /// <summary>
    /// Whether a text area that shows <paramref name="current"/> sends <paramref name="text"/> when the user has not changed it: browsers
    /// send each line end as CR LF.
    /// </summary>
    public static bool IsUnchanged(string? current, string? text)
    {
        if (current is null || text is null || !text.Contains('\r'))
            return current == text;
        return WithLineFeeds(current) == WithLineFeeds(text);
    }

    /// <summary>
    /// Whether a field that shows <paramref name="current"/> sends <paramref name="text"/> when the user has not changed it.
    /// </summary>
    public static bool IsUnchanged(DateTime? current, string? text) => current is { } time && FieldTime.IsShownAs(time, Trimmed(text));

    /// <summary>Whether bytes were sent back as they were.</summary>
    public static bool IsUnchanged(byte[]? current, byte[] sent) => current is not null && current.AsSpan().SequenceEqual(sent);

    private static string? Read<T>(string? text, out T value)
        where T : struct
    {
        var sent = Trimmed(text);
        var error = ValueReader.Read(sent, out value);
        return error == ValueError.None ? null
            : sent.IsEmpty ? Blank
            : ValueMessage.Of<T>(error);
    }

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static ReadOnlySpan<char> Trimmed(string? text) => text.AsSpan().Trim(' ');
}
