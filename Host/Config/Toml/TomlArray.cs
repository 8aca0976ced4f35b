namespace Stryke.Web.Host.Config.Toml;

/// <summary>An array: either a value in brackets, or the tables that <c>[[name]]</c> headers collect.</summary>
internal sealed class TomlArray(TomlPosition position) : TomlValue(position)
{
    private readonly List<TomlValue> _items = [];

    public IReadOnlyList<TomlValue> Items => _items;

    public override string TypeName => "array";

    internal void Add(TomlValue item) => _items.Add(item);
}
