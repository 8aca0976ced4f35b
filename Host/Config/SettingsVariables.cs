using Stryke.Web.Host.Launch;
using Stryke.Web.Text.Settings;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Host.Config;

/// <summary>
/// The environment's layer. <c>STRYKE_SERVER__PORT</c> is <c>port</c> of <c>[server]</c>, and so on for every setting;
/// <c>STRYKE_DATABASE__BUSY_TIMEOUT</c> is of the table of the current environment. <c>HOST</c>, <c>PORT</c> and <c>STRYKE_DATABASE</c> are
/// the short names that platforms set; the long ones are a layer of their own, which wins over them.
/// </summary>
internal static class SettingsVariables
{
    private const string Prefix = "STRYKE_",
        Separator = "__";

    public static void Add(LaunchContext context, SettingsLayers server, SettingsLayers database, string environment)
    {
        server.Begin();
        AddShort(context, "HOST", server, "server", "host");
        AddShort(context, "PORT", server, "server", "port");
        AddShort(context, "STRYKE_DATABASE", database, environment, "path");

        server.Begin();
        foreach ((string variable, string text) in context.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            int separator = variable.IndexOf(Separator, StringComparison.Ordinal);
            if (!variable.StartsWith(Prefix, StringComparison.Ordinal) || separator < Prefix.Length || text.Length == 0)
                continue;
            string section = variable[Prefix.Length..separator].ToLowerInvariant();
            string key = variable[(separator + Separator.Length)..].ToLowerInvariant();
            if (section == SettingsSections.Database)
                database.Add(environment, key, variable, text);
            else if (server.Has(section))
                server.Add(section, key, variable, text);
            else
                throw NoSection(variable, section, [.. server.Names, SettingsSections.Database]);
        }
    }

    private static SettingsException NoSection(string variable, string section, string[] known) =>
        new($"{variable}: there is no section [{section}]; {NearestName.Suggest(section, known)}");

    private static void AddShort(LaunchContext context, string variable, SettingsLayers layers, string section, string key)
    {
        if (context.Variable(variable) is { } text)
            layers.Add(section, key, variable, text);
    }
}
