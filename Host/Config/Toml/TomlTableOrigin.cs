namespace Stryke.Web.Host.Config.Toml;

/// <summary>How a table came to be, which decides who may still add to it (TOML 1.0, "Table").</summary>
internal enum TomlTableOrigin
{
    /// <summary>Named on the way to another header: <c>a</c> in <c>[a.b]</c>. A header of its own may still define it.</summary>
    Implied,

    /// <summary>Defined by its header, once. Also the root.</summary>
    Header,

    /// <summary>
    /// Made by a dotted key: <c>a</c> in <c>a.b = 1</c>. Dotted keys of the same section may add to it, no header may define it.
    /// </summary>
    DottedKey,

    /// <summary>Written in braces, complete where it stands.</summary>
    Inline,
}
