namespace Stryke.Web.Text.Settings;

/// <summary>A setting that cannot be used.</summary>
/// <param name="message">The file, line and column (or the environment variable), what was expected, and what was found.</param>
public sealed class SettingsException(string message) : Exception(message);
