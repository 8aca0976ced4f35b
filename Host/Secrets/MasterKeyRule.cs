using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Secrets;

/// <summary>
/// Where the master key comes from, which seals sessions and signs tokens. In production: from <c>STRYKE_MASTER_KEY</c> or not at all,
/// since a key that is made up at each start would throw everybody out, and one that is written to disk unasked would leak with the disk.
/// In development and test a key is made and kept in <c>tmp/</c>, so that sessions outlive a restart.
/// </summary>
internal static class MasterKeyRule
{
    public const string Variable = "STRYKE_MASTER_KEY",
        RetiredVariable = "STRYKE_RETIRED_MASTER_KEYS";

    /// <param name="context">
    /// Its variables and working directory; a line about a key that could not be kept goes to its error output.
    /// </param>
    /// <param name="environment">Production asks for the variable.</param>
    /// <param name="command">How the app is called, for the message: <c>./blog</c>.</param>
    /// <exception cref="StartException">The key is missing in production, or malformed.</exception>
    public static KeyRing Open(LaunchContext context, StrykeEnvironment environment, string command)
    {
        try
        {
            if (context.Variable(Variable) is { } key)
                return KeyRing.FromMasterKey(key, Retired(context), Variable);
            if (environment == StrykeEnvironment.Production)
                throw new StartException(Missing(command), ExitCodes.Configuration);
            string file = Path.Combine("tmp", $"{EnvironmentRule.NameOf(environment)}.key");
            return KeyRing.FromMasterKey(KeyFile.ReadOrCreate(context, file), Retired(context), file);
        }
        catch (MasterKeyException malformed)
        {
            throw new StartException(malformed.Message, ExitCodes.Configuration);
        }
    }

    private static string[] Retired(LaunchContext context) =>
        context.Variable(RetiredVariable)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string Missing(string command) =>
        $"""
            {Variable} is not set, and in production nothing starts without it: it seals the sessions.
            Make one, once, and keep it secret:

                {command} secrets key

            Then start the app with it: {Variable}=<that key> {command}
            (To try the app on your own machine, set {EnvironmentRule.Variable}=development instead.)
            """;
}
