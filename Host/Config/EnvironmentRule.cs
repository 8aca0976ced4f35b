using Stryke.Web.Middleware;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host.Config;

/// <summary>
/// Decides between development, test and production. <c>STRYKE_ENV</c> says it. Where it is not set, an app that was built in Debug
/// (<c>dotnet run</c>) is in development, and one that was built in Release, which is what a published executable is, in production:
/// whoever forgets the variable on a server gets the strict rules and not the open ones.
/// </summary>
internal static class EnvironmentRule
{
    public const string Variable = "STRYKE_ENV";

    public static readonly string[] Names = ["development", "test", "production"];

    public static StrykeEnvironment Decide(string? variable, bool isDebugBuild) =>
        variable switch
        {
            null => isDebugBuild ? StrykeEnvironment.Development : StrykeEnvironment.Production,
            "development" => StrykeEnvironment.Development,
            "test" => StrykeEnvironment.Test,
            "production" => StrykeEnvironment.Production,
            _ => throw new SettingsException($"{Variable}: expected development, test or production, found \"{variable}\""),
        };

    public static string NameOf(StrykeEnvironment environment) =>
        environment switch
        {
            StrykeEnvironment.Development => "development",
            StrykeEnvironment.Test => "test",
            _ => "production",
        };
}
