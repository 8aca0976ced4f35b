using System.Diagnostics.CodeAnalysis;
using Stryke.Web.Text.Values;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Text.Settings;

/// <summary>
/// What all layers say about one section, the nearer layer before the farther, and the readers that turn it into values. Each reader knows
/// the type, the range and the default; <see cref="Finish"/> refuses what no reader has asked for.
/// </summary>
/// <param name="name">The section's name, <c>server</c> for <c>[server]</c>.</param>
/// <param name="environment">What the app is run for: <c>development</c>, <c>test</c> or <c>production</c>.</param>
public sealed class SettingsSection(string name, string environment)
{
    private readonly Dictionary<string, SettingValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Origin, int Layer)> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <summary>The section's name, <c>server</c> for <c>[server]</c>.</summary>
    public string Name => name;

    /// <summary>What the app is run for: <c>development</c>, <c>test</c> or <c>production</c>. A default may depend on it.</summary>
    public string Environment => environment;

    /// <summary>Takes a value from a layer that is at least as near as those before.</summary>
    /// <param name="key">The setting's name.</param>
    /// <param name="keyOrigin">Where the name was written, as messages name it.</param>
    /// <param name="value">The value.</param>
    /// <param name="layer">The number of the layer; the nearer has the higher.</param>
    public void Override(string key, string keyOrigin, SettingValue value, int layer)
    {
        _values[key] = value;
        _keys[key] = (keyOrigin, layer);
    }

    /// <summary>
    /// <paramref name="key"/> and <paramref name="others"/> say the same in two ways. What is nearer wins; to say both in one layer is a
    /// mistake.
    /// </summary>
    /// <exception cref="SettingsException">One layer says both.</exception>
    public void Alternatives(string key, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
        {
            if (!_keys.TryGetValue(key, out var one) || !_keys.TryGetValue(other, out var two))
                continue;
            if (one.Layer == two.Layer)
            {
                throw new SettingsException(
                    $"{one.Origin}: [{name}] {key}: expected either this or '{other}', which is set at {two.Origin}"
                );
            }
            string farther = one.Layer < two.Layer ? key : other;
            _known.Add(farther);
            _values.Remove(farther);
            _keys.Remove(farther);
        }
    }

    /// <summary>A text that is not empty.</summary>
    public string Text(string key, string fallback) =>
        Read(key, fallback, "a text", value => value.Value as string is { Length: > 0 } text ? text : null);

    /// <summary>A whole number within bounds, which are allowed themselves.</summary>
    public int Integer(string key, int fallback, int min, int max) =>
        Read(key, (int?)fallback, $"an integer from {min} to {max}", value => Within(Long(value), min, max)).Value;

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool fallback) => Read(key, (bool?)fallback, "true or false", Bool).Value;

    /// <summary>A duration in seconds, whole or not.</summary>
    public TimeSpan Seconds(string key, TimeSpan fallback, double min, double max) =>
        Read(
            key,
            (TimeSpan?)fallback,
            FormattableString.Invariant($"a number of seconds from {min} to {max}"),
            value => Double(value) is { } seconds && seconds >= min && seconds <= max ? TimeSpan.FromSeconds(seconds) : null
        ).Value;

    /// <summary>A duration that is written in seconds, whole or not, and kept in milliseconds. The bounds are in seconds.</summary>
    public long Milliseconds(string key, long fallbackMs, double minSeconds, double maxSeconds) =>
        (long)Seconds(key, TimeSpan.FromMilliseconds(fallbackMs), minSeconds, maxSeconds).TotalMilliseconds;

    /// <summary>A size in bytes: an integer, or a text with a unit (<c>"32KiB"</c>, <c>"10MiB"</c>).</summary>
    public int Bytes(string key, int fallback, int min, int max) => (int)LongBytes(key, fallback, min, max);

    /// <summary>A size in bytes that may be larger than what fits into memory.</summary>
    public long LongBytes(string key, long fallback, long min, long max) =>
        Read(
            key,
            (long?)fallback,
            $"a size such as 65536 or \"64KiB\", from {min} to {max} bytes",
            value =>
                (value.Value is string text ? ByteSize.Parse(text) : Long(value)) is { } size && size >= min && size <= max ? size : null
        ).Value;

    /// <summary>One of the names that <paramref name="choices"/> has.</summary>
    public T Choice<T>(string key, T fallback, params (string Name, T Value)[] choices)
        where T : struct
    {
        string expected = string.Join(" or ", choices.Select(choice => $"\"{choice.Name}\""));
        return Read(
            key,
            (T?)fallback,
            expected,
            value => choices.Where(choice => choice.Name == value.Value as string).Select(choice => (T?)choice.Value).FirstOrDefault()
        ).Value;
    }

    /// <summary>An array, or the text of a variable with commas between the items. Empty when no layer says anything.</summary>
    /// <param name="key">The setting's name.</param>
    /// <param name="expected">What the parser takes, in words that go on behind "expected".</param>
    /// <param name="parse">Reads one item; null when it is not one.</param>
    /// <exception cref="SettingsException">The value is no list, or an item is not what was expected.</exception>
    public IReadOnlyList<T> List<T>(string key, string expected, Func<SettingValue, T?> parse)
        where T : class
    {
        if (!_values.TryGetValue(key, out var list))
        {
            _known.Add(key);
            return [];
        }
        var items = Read(key, null, $"a list, each {expected}", value => value.Items());
        return
        [
            .. items!.Select(item =>
                parse(item) ?? throw new SettingsException($"{item.Origin}: [{name}] {key}: expected {expected}, found {item}")
            ),
        ];
    }

    /// <summary>Any type, by its own parser.</summary>
    /// <param name="key">The setting's name.</param>
    /// <param name="fallback">What holds when no layer says anything.</param>
    /// <param name="expected">What the parser takes, in words that go on behind "expected".</param>
    /// <param name="parse">Null when the value is not one.</param>
    /// <exception cref="SettingsException">The value is not what was expected.</exception>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? Read<T>(string key, T? fallback, string expected, Func<SettingValue, T?> parse)
    {
        _known.Add(key);
        if (!_values.TryGetValue(key, out var value))
            return fallback;
        if (parse(value) is { } parsed)
            return parsed;
        throw new SettingsException($"{value.Origin}: [{name}] {key}: expected {expected}, found {value}");
    }

    /// <summary>Refuses keys that no reader has asked for.</summary>
    /// <exception cref="SettingsException">There is such a key; the message has the name that was probably meant.</exception>
    public void Finish()
    {
        foreach ((string key, (string origin, _)) in _keys)
        {
            if (_known.Contains(key))
                continue;
            throw new SettingsException($"{origin}: [{name}] has no setting '{key}'; {NearestName.Suggest(key, _known)}");
        }
    }

    private static int? Within(long? number, int min, int max) => number >= min && number <= max ? (int)number.Value : null;

    private static long? Long(SettingValue value) =>
        value.Value switch
        {
            long number => number,
            string text when value.TypeName is null && ValueReader.TryRead(text, out long number) => number,
            _ => null,
        };

    private static double? Double(SettingValue value) =>
        value.Value switch
        {
            double number => number,
            string text when value.TypeName is null && ValueReader.TryRead(text, out double number) => number,
            _ => Long(value),
        };

    private static bool? Bool(SettingValue value) =>
        (value.Value, value.TypeName) switch
        {
            (bool flag, _) => flag,
            ("true" or "1", null) => true,
            ("false" or "0", null) => false,
            _ => null,
        };
}
