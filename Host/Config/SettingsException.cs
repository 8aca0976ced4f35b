namespace Stryke.Web.Host.Config;

/// <summary>
/// A setting that cannot be used. The message names the file and line (or the environment variable), what is wrong and what was expected.
/// </summary>
public sealed class SettingsException(string message) : StartException(message, ExitCodes.Configuration);
