using Stryke.Web.Host.Config.Toml;

namespace Stryke.Web.Host.Config;

/// <summary>
/// What one layer says about a setting: a TOML value, or the text of an environment variable, which has no type of its own and is read
/// as whatever type the setting has.
/// </summary>
/// <param name="Origin">Where it was said, as messages name it: <c>config/server.toml:3:8</c> or <c>PORT</c>.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or another TOML value.</param>
/// <param name="TypeName">The TOML type; null for the text of an environment variable.</param>
internal readonly record struct SettingValue(string Origin, object Value, string? TypeName)
{
    public static SettingValue Of(string file, TomlValue value) =>
        new($"{file}:{value.Position}", value is TomlScalar scalar ? scalar.Value : value, value.TypeName);

    public static SettingValue OfVariable(string name, string text) => new(name, text, null);

    /// <summary>The items of an array, each with its own place, or of a variable's text between commas; null for what is neither.</summary>
    public IEnumerable<SettingValue>? Items()
    {
        string origin = Origin;
        switch (Value)
        {
            case TomlArray array:
                string file = origin[..^$":{array.Position}".Length];
                return array.Items.Select(item => Of(file, item));
            case string text when TypeName is null:
                return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(item => OfVariable(origin, item));
            default:
                return null;
        }
    }

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
