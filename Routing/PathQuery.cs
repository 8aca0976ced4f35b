using System.Globalization;
using Stryke.Web.Http;

namespace Stryke.Web.Routing;

/// <summary>
/// A path with the parameters of its query, one after the other: <c>/posts?q=R%26D&amp;page=2</c>. The generated <c>Paths</c> are made
/// with it. Each value is written as an action's parameter of its type reads it, whatever the culture; null is left out.
/// </summary>
public readonly struct PathQuery
{
    private readonly string _text;
    private readonly bool _hasQuery;

    /// <summary>A path without a query.</summary>
    /// <param name="path">Percent-encoded.</param>
    public PathQuery(string path) => _text = path;

    private PathQuery(string text, bool hasQuery)
    {
        _text = text;
        _hasQuery = hasQuery;
    }

    /// <summary>Adds a text.</summary>
    public PathQuery Text(string name, string? value) =>
        value is null
            ? this
            : new($"{_text}{(_hasQuery ? '&' : '?')}{PercentEncoding.Encode(name)}={PercentEncoding.Encode(value)}", hasQuery: true);

    /// <summary>Adds <c>true</c> or <c>false</c>.</summary>
    public PathQuery Flag(string name, bool? value) => Text(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds a number, without an exponent.</summary>
    public PathQuery Number<T>(string name, T? value) where T : struct, IFormattable => Text(name, value is { } number ? Plain(number) : null);

    /// <summary>Adds an id, a date, a time (ISO 8601) or a span of time.</summary>
    public PathQuery Value<T>(string name, T? value) where T : struct, IFormattable =>
        Text(name, value?.ToString(FormatOf<T>(), CultureInfo.InvariantCulture));

    /// <summary>Adds the name of an enum's member.</summary>
    public PathQuery Choice<T>(string name, T? value) where T : struct, Enum => Text(name, value?.ToString());

    /// <summary>The path with its query.</summary>
    public override string ToString() => _text ?? "";

    private static string Plain<T>(T number) where T : struct, IFormattable
    {
        string text = number.ToString(null, CultureInfo.InvariantCulture);

        // A double or float that is very large or small.
        int exponent = text.IndexOf('E');
        return exponent < 0 ? text : Plain(text[..exponent], int.Parse(text[(exponent + 1)..], CultureInfo.InvariantCulture));
    }

    private static string Plain(string mantissa, int exponent)
    {
        string sign = mantissa[0] == '-' ? "-" : "";
        string[] parts = mantissa[sign.Length..].Split('.');
        string digits = string.Concat(parts);
        int point = parts[0].Length + exponent;
        return sign + (point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits.Insert(point, "."));
    }

    private static string? FormatOf<T>() =>
        typeof(T) == typeof(DateOnly) ? "yyyy-MM-dd"
        : typeof(T) == typeof(TimeOnly) ? "HH:mm:ss.FFFFFFF"
        : typeof(T) == typeof(DateTime) ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"
        : typeof(T) == typeof(DateTimeOffset) ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"
        : null;
}
