using Stryke.Web.Host.Config.Toml;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary>Makes values of settings out of those of a TOML file, each with its place.</summary>
internal static class TomlSetting
{
    public static SettingValue Of(string file, TomlValue value) => new($"{file}:{value.Position}", ValueOf(file, value), value.TypeName);

    private static object ValueOf(string file, TomlValue value) =>
        value switch
        {
            TomlScalar scalar => scalar.Value,
            TomlArray array => array.Items.Select(item => Of(file, item)).ToArray(),
            _ => value,
        };
}
