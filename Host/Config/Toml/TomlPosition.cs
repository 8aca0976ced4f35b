namespace Stryke.Web.Host.Config.Toml;

/// <summary>Where something stands in a TOML file. Lines and columns count from 1; a column is one Unicode character.</summary>
internal readonly record struct TomlPosition(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
