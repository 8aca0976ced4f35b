namespace Stryke.Web.Host.Config.Toml;

/// <summary>One name of a key; <c>a."b c"</c> has two.</summary>
internal readonly record struct TomlKeyPart(string Name, TomlPosition Position);
