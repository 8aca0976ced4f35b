namespace Stryke.Web.Host.Config.Toml;

/// <summary>A value and the place it stands at, so that whoever finds it wrong can say where.</summary>
internal abstract class TomlValue(TomlPosition position)
{
    public TomlPosition Position => position;

    /// <summary>What the value is, in the words of the TOML specification: <c>string</c>, <c>integer</c>, <c>table</c> …</summary>
    public abstract string TypeName { get; }
}
