using Stryke.Web.Actors;
using Stryke.Web.Host.Config.Toml;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary>
/// Reads the layers, the farthest first: the defaults of the settings records, the <c>config/*.toml</c> files that the app carries,
/// those of the working directory, the environment variables.
/// </summary>
internal static class SettingsLoader
{
    private const string ServerFile = "config/server.toml",
        DatabaseFile = "config/database.toml";

    /// <param name="app">Adds sections of its own.</param>
    /// <param name="context">Where the working directory and the variables come from.</param>
    /// <param name="environment">Chooses the table of <c>config/database.toml</c>, and some defaults.</param>
    /// <param name="embedded">The file that the app carries under this name, or null.</param>
    /// <exception cref="SettingsException">A file does not read, or a setting is unknown, of the wrong type or out of range.</exception>
    public static Settings Load(IApp app, LaunchContext context, StrykeEnvironment environment, Func<string, byte[]?> embedded)
    {
        string name = EnvironmentRule.NameOf(environment);
        var sections = SettingsSections.Of(app);
        var server = new SettingsLayers(name, sections.Names);
        var database = new SettingsLayers(name, EnvironmentRule.Names);
        AddFiles(server, ServerFile, context, embedded);
        AddFiles(database, DatabaseFile, context, embedded);
        SettingsVariables.Add(context, server, database, name);

        // Tables of the other environments are bound as well: a mistake in [production] should not wait for the day of the release.
        var databases = EnvironmentRule.Names.ToDictionary(table => table, table => DatabaseSettings.Bind(database[table]));
        return new Settings(sections.Bind(section => server[section]), databases[name]);
    }

    private static void AddFiles(SettingsLayers layers, string file, LaunchContext context, Func<string, byte[]?> embedded)
    {
        byte[]? carried = embedded(file);
        byte[]? local = ReadLocal(file, context);
        bool isSame = carried is not null && local is not null && carried.AsSpan().SequenceEqual(local);
        if (carried is not null && !isSame)
            Add(layers, $"built-in {file}", carried);
        if (local is not null)
            Add(layers, file, local);
    }

    private static byte[]? ReadLocal(string file, LaunchContext context)
    {
        try
        {
            return RegularFile.TryRead(context.PathOf(file));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{file} cannot be read: {refused.Message}");
        }
    }

    private static void Add(SettingsLayers layers, string file, byte[] utf8)
    {
        try
        {
            layers.Add(TomlReader.Read(file, utf8));
        }
        catch (TomlException mistake)
        {
            throw new SettingsException(mistake.Message);
        }
    }
}
