using System.CommandLine;
using Stryke.Web.Host.Launch;
using Stryke.Web.Host.Secrets;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Commands;

/// <summary>
/// <c>secrets key</c>: prints a new master key and nothing else, so that it can be taken by <c>$(./blog secrets key)</c>.
/// </summary>
internal static class SecretsCommands
{
    public static Command Create(LaunchContext context)
    {
        var key = new Command("key", $"Prints a new master key, for {MasterKeyRule.Variable}.");
        key.SetAction(_ =>
        {
            context.Output.WriteLine(KeyRing.NewMasterKey());
            return ExitCodes.Ok;
        });
        return new Command("secrets", "Makes secrets.") { key };
    }
}
