using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Commands;

/// <summary><c>--version</c>: the app's version and the framework's.</summary>
internal static class AppVersion
{
    public static void Describe(RootCommand root, IApp application)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
        {
            string app = Of(application.GetType().Assembly),
                framework = Of(typeof(AppVersion).Assembly);
            option.Action = new PrintVersion($"{application.Name} {app} (Stryke Web {framework})");
        }
    }

    // The informational version without the commit that the SDK appends to it.
    private static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    private sealed class PrintVersion(string text) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(text);
            return ExitCodes.Ok;
        }
    }
}
