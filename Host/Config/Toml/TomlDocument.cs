namespace Stryke.Web.Host.Config.Toml;

/// <summary>A TOML file that was read: what it is called in messages, and its root table.</summary>
internal sealed record TomlDocument(string File, TomlTable Root);
