using Stryke.Web.Host.Config.Toml;
using Stryke.Web.Text.Settings;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Host.Config;

/// <summary>Lays sources of settings over each other, key by key; what is added later is nearer and wins.</summary>
/// <param name="environment">What the app is run for.</param>
/// <param name="names">The sections that there are.</param>
internal sealed class SettingsLayers(string environment, IReadOnlyList<string> names)
{
    private readonly Dictionary<string, SettingsSection> _sections = names.ToDictionary(
        name => name,
        name => new SettingsSection(name, environment),
        StringComparer.Ordinal
    );

    private int _layer;

    public IReadOnlyList<string> Names => names;

    public SettingsSection this[string section] => _sections[section];

    public bool Has(string section) => _sections.ContainsKey(section);

    /// <summary>What is added from here on is a layer of its own, nearer than the ones before.</summary>
    public void Begin() => _layer++;

    /// <summary>A file, which is a layer: each of its tables is a section.</summary>
    public void Add(TomlDocument document)
    {
        Begin();
        foreach (var entry in document.Root.Entries)
            Section(document.File, entry);
    }

    /// <summary>One environment variable.</summary>
    public void Add(string section, string key, string variable, string text) =>
        _sections[section].Override(key, variable, SettingValue.OfVariable(variable, text), _layer);

    private void Section(string file, TomlTable.Entry entry)
    {
        string at = $"{file}:{entry.Position}";
        if (!_sections.TryGetValue(entry.Name, out var section))
        {
            string what = entry.Value is TomlTable ? $"there is no section [{entry.Name}]" : $"'{entry.Name}' stands outside of a section";
            throw new SettingsException($"{at}: {what}; {NearestName.Suggest(entry.Name, names)}");
        }
        if (entry.Value is not TomlTable table)
        {
            throw new SettingsException($"{at}: expected the section [{entry.Name}], found {TomlSetting.Of(file, entry.Value)}");
        }
        foreach (var setting in table.Entries)
        {
            section.Override(setting.Name, $"{file}:{setting.Position}", TomlSetting.Of(file, setting.Value), _layer);
        }
    }
}
