using Stryke.Web.Host.Config;
using Stryke.Web.Middleware;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Host.Boot;

/// <summary>An app whose environment and settings are known: what every command that does something starts from.</summary>
internal sealed record BootedApp(WebApplication Application, LaunchContext Context, StrykeEnvironment Environment, Settings Settings)
{
    /// <summary><c>development</c>, <c>test</c> or <c>production</c>.</summary>
    public string EnvironmentName => EnvironmentRule.NameOf(Environment);

    /// <summary>How the app's executable is called, for messages that tell somebody to run a command: <c>./blog</c>.</summary>
    public string Command => CommandOf(Application);

    /// <exception cref="SettingsException">The environment or a setting is wrong.</exception>
    public static BootedApp Start(WebApplication application, LaunchContext context)
    {
        StrykeEnvironment environment = EnvironmentRule.Decide(context.Variable(EnvironmentRule.Variable), application.IsDebugBuild);
        Settings settings = SettingsLoader.Load(context, environment, name => EmbeddedFiles.Read(application.GetType().Assembly, name));
        AppTimeZone.Current = settings.App.TimeZone;
        return new BootedApp(application, context, environment, settings);
    }

    private static string CommandOf(WebApplication application) => $"./{application.GetType().Assembly.GetName().Name}";
}
