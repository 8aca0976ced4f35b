using System.CommandLine;
using Stryke.Web.Host.Launch;
using Stryke.Web.Routing;

namespace Stryke.Web.Host.Commands;

/// <summary><c>routes</c>: a table of what the app answers, in the order of <c>config/Routes.cs</c>.</summary>
internal static class RoutesCommand
{
    public static Command Create(IApp application, LaunchContext context)
    {
        var command = new Command("routes", "Lists the routes: method, path, action, the member of Paths, file and line.");
        command.SetAction(_ =>
        {
            TextTable.Write(
                context.Output,
                [
                    ["METHOD", "PATH", "ACTION", "PATHS", "WRITTEN IN"],
                    .. application.Routes.Select(Row),
                ]
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string[] Row(RouteInfo route) =>
        [route.Verb, route.Host + route.Pattern, $"{route.Controller}#{route.Action}", route.Name ?? "", $"{route.File}:{route.Line}"];
}
