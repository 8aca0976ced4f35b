namespace Stryke.Web.Text.Settings;

/// <summary>
/// What one layer says about a setting: a value of a file, or the text of an environment variable, which has no type of its own and is read
/// as whatever type the setting has.
/// </summary>
/// <param name="Origin">Where it was said, as messages name it: <c>config/server.toml:3:8</c> or <c>PORT</c>.</param>
/// <param name="Value">
/// A <see cref="string"/>, <see cref="long"/>, <see cref="double"/> or <see cref="bool"/>, a list of <see cref="SettingValue"/>, or what a
/// file has besides.
/// </param>
/// <param name="TypeName">
/// What the file calls the type: <c>string</c>, <c>integer</c>; null for the text of an environment variable.
/// </param>
public readonly record struct SettingValue(string Origin, object Value, string? TypeName)
{
    /// <summary>The text of an environment variable.</summary>
    public static SettingValue OfVariable(string name, string text) => new(name, text, null);

    /// <summary>The items of a list, each with its own place, or of a variable's text between commas; null for what is neither.</summary>
    public IReadOnlyList<SettingValue>? Items()
    {
        string origin = Origin;
        return Value switch
        {
            IReadOnlyList<SettingValue> items => items,
            string text when TypeName is null =>
            [
                .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(item => OfVariable(origin, item)),
            ],
            _ => null,
        };
    }

    /// <summary>The items of a list of texts; null for what is none.</summary>
    public IReadOnlyList<string>? Texts() =>
        Items() is { } items && items.All(static item => item.Value is string)
            ? [.. items.Select(static item => (string)item.Value)]
            : null;

    /// <summary>The value in words: <c>the string "x"</c>, <c>the integer 7</c>, <c>"x"</c> for a variable.</summary>
    public override string ToString() =>
        (TypeName, Value) switch
        {
            (null, _) => $"\"{Value}\"",
            (_, string text) => $"the string \"{text}\"",
            (_, bool flag) => flag ? "true" : "false",
            (_, long or double) => FormattableString.Invariant($"the {TypeName} {Value}"),
            _ => $"a value of the type {TypeName}",
        };
}
