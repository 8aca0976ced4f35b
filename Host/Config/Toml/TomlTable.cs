using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>A table: keys in the order of the file, each with where it was written.</summary>
internal sealed class TomlTable(TomlPosition position) : TomlValue(position)
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => _entries;

    public override string TypeName => "table";

    public bool TryGet(string name, [NotNullWhen(true)] out TomlValue? value)
    {
        bool found = _byName.TryGetValue(name, out var entry);
        value = found ? entry.Value : null;
        return found;
    }

    internal void Add(string name, TomlPosition position, TomlValue value)
    {
        var entry = new Entry(name, position, value);
        _byName.Add(name, entry);
        _entries.Add(entry);
    }

    /// <summary>A key, where the key stands, and its value.</summary>
    public readonly record struct Entry(string Name, TomlPosition Position, TomlValue Value);
}
