using System.CommandLine;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Commands;

/// <summary>The commands of an app's executable. Each is a file of its own; here they are only given their names.</summary>
internal static class CommandLine
{
    public static int Run(IApp application, IReadOnlyList<string> args, LaunchContext context)
    {
        var parsed = Create(application, context).Parse(args);
        bool isMistaken = parsed.Errors.Count > 0;
        int code = parsed.Invoke(
            new InvocationConfiguration
            {
                Output = isMistaken ? context.Error : context.Output, // corrections and help belong to the mistake
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
            }
        );
        return isMistaken ? ExitCodes.Usage : code;
    }

    private static RootCommand Create(IApp application, LaunchContext context)
    {
        var root = new RootCommand($"{application.Name}, on Stryke Web. Without a command it serves.")
        {
            ServeCommand.Create(application, context),
            DatabaseCommands.Create(application, context),
            RoutesCommand.Create(application, context),
            SecretsCommands.Create(context),
        };
        root.SetAction(_ => ServeCommand.Run(application, context, migrate: false));
        AppVersion.Describe(root, application);
        return root;
    }
}
