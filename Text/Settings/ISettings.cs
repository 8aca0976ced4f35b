namespace Stryke.Web.Text.Settings;

/// <summary>
/// A section of <c>config/server.toml</c>, declared by whoever reads it: a folder of the framework, a package or an app. It knows the
/// section's name, and how its keys become values.
/// </summary>
/// <typeparam name="TSelf">The type that declares itself.</typeparam>
/// <example>
/// <code>
/// public sealed record MailSettings(string Host, int Port) : ISettings&lt;MailSettings&gt;
/// {
///     public static string Section => "mail";
///
///     public static MailSettings Bind(SettingsSection section) =>
///         new(section.Text("host", "localhost"), section.Integer("port", 25, 1, 65_535));
/// }
/// </code>
/// </example>
public interface ISettings<TSelf>
    where TSelf : class, ISettings<TSelf>
{
    /// <summary>The section's name, <c>mail</c> for <c>[mail]</c>: lower-case letters, digits and single underscores.</summary>
    static abstract string Section { get; }

    /// <summary>
    /// Reads the section. A key that this does not ask for is refused afterwards, so ask for every key, whatever the others say.
    /// </summary>
    /// <param name="section">What the layers say, all of them together.</param>
    /// <exception cref="SettingsException">A value is of the wrong type, or out of range.</exception>
    static abstract TSelf Bind(SettingsSection section);
}
