using Stryke.Web.Host.Commands;
using Stryke.Web.Host.Launch;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Host;

/// <summary>Where an app's <c>Program.cs</c> enters: <c>return App.Run&lt;Blog.Application&gt;(args);</c></summary>
public static class App
{
    /// <summary>Runs the command that the arguments name; without one, serves until it is told to stop.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <returns>The exit code of the process: 0, or after <c>sysexits.h</c> what went wrong (78 is a matter of configuration).</returns>
    public static int Run<TApp>(string[] args)
        where TApp : WebApplication, new() => Run(new TApp(), args, LaunchContext.OfProcess());

    internal static int Run(WebApplication application, IReadOnlyList<string> args, LaunchContext context)
    {
        try
        {
            return args.Count == 0 ? ServeCommand.Run(application, context, migrate: false) : CommandLine.Run(application, args, context);
        }
        catch (SettingsException mistake)
        {
            context.Error.WriteLine(mistake.Message);
            return ExitCodes.Configuration;
        }
        catch (StartException refusal)
        {
            context.Error.WriteLine(refusal.Message);
            return refusal.ExitCode;
        }
    }
}
