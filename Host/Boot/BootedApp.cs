using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Host.Boot;

/// <summary>An app whose environment and settings are known: what every command that does something starts from.</summary>
internal sealed record BootedApp(IApp Application, LaunchContext Context, StrykeEnvironment Environment, Settings Settings)
{
    /// <summary><c>development</c>, <c>test</c> or <c>production</c>.</summary>
    public string EnvironmentName => EnvironmentRule.NameOf(Environment);

    /// <summary>The folder of the app's sources, in development and where it is on this machine.</summary>
    public string? SourceRoot => Environment == StrykeEnvironment.Development ? Application.SourceRoot : null;

    /// <summary>
    /// What stands in front of a command of the app, typed where the app was started: <c>./blog</c>, <c>dotnet run --</c>.
    /// </summary>
    public string Command => ProgramName.Of(Application, Context);

    /// <exception cref="SettingsException">The environment or a setting is wrong.</exception>
    public static BootedApp Start(IApp application, LaunchContext context)
    {
        var environment = EnvironmentRule.Decide(context.Variable(EnvironmentRule.Variable), application.IsDebugBuild);
        var settings = SettingsLoader.Load(
            application,
            context,
            environment,
            name => EmbeddedFiles.Read(application.GetType().Assembly, name)
        );
        AppTimeZone.Current = settings.App.TimeZone;
        return new BootedApp(application, context, environment, settings);
    }
}
