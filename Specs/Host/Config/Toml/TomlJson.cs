using System.Globalization;
using System.Text.Json;
using Stryke.Web.Host.Config.Toml;

namespace Stryke.Web.Specs.Host.Config.Toml;

/// <summary>Compares what was read with the corpus's notation of it: <c>{"type": "integer", "value": "1"}</c>.</summary>
internal static class TomlJson
{
    /// <returns>Where the two differ and how; null when they are the same.</returns>
    public static string? Difference(JsonElement expected, TomlValue actual, string path)
    {
        if (expected.ValueKind == JsonValueKind.Array)
        {
            if (actual is not TomlArray array)
                return $"{path}: expected an array, is a {actual.TypeName}";
            if (array.Items.Count != expected.GetArrayLength())
                return $"{path}: {array.Items.Count} items instead of {expected.GetArrayLength()}";
            return array.Items.Select((item, i) => Difference(expected[i], item, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }
        if (actual is TomlScalar scalar)
            return ScalarDifference(expected, scalar, path);
        if (actual is not TomlTable table)
            return $"{path}: expected a table or value, is a {actual.TypeName}";

        var members = expected.EnumerateObject().ToList();
        if (members.Count != table.Entries.Count)
            return $"{path}: {table.Entries.Count} keys instead of {members.Count}";
        foreach (var member in members)
        {
            if (!table.TryGet(member.Name, out var value))
                return $"{path}.{member.Name} is missing";
            if (Difference(member.Value, value, $"{path}.{member.Name}") is { } difference)
                return difference;
        }
        return null;
    }

    private static string? ScalarDifference(JsonElement expected, TomlScalar actual, string path)
    {
        string type = expected.GetProperty("type").GetString()!,
            text = expected.GetProperty("value").GetString()!;
        bool same = (type, actual.Value) switch
        {
            ("string", string value) => value == text,
            ("integer", long value) => value == long.Parse(text, CultureInfo.InvariantCulture),
            ("float", double value) => value.Equals(Float(text)),
            ("bool", bool value) => value == bool.Parse(text),
            ("datetime", DateTimeOffset value) => value.EqualsExact(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
            ("datetime-local", DateTime value) => value == DateTime.Parse(text, CultureInfo.InvariantCulture)
                && value.Kind == DateTimeKind.Unspecified,
            ("date-local", DateOnly value) => value == DateOnly.Parse(text, CultureInfo.InvariantCulture),
            ("time-local", TimeOnly value) => value == TimeOnly.Parse(text, CultureInfo.InvariantCulture),
            _ => false,
        };
        return same ? null : $"{path}: expected the {type} {text}, is the {actual.TypeName} {actual.Value}";
    }

    private static double Float(string text) =>
        text switch
        {
            "inf" or "+inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" or "+nan" or "-nan" => double.NaN,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };
}
