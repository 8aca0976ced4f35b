using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>Opens what <c>[log] file</c> names.</summary>
internal static class LogOutput
{
    /// <exception cref="StartException">The file cannot be opened.</exception>
    public static Stream Open(LogSettings settings, LaunchContext context)
    {
        if (settings.File == LogSettings.StandardError)
            return context.Log;
        if (settings.File == LogSettings.StandardOutput)
            return context.OpenOutput();
        try
        {
            return new LogFile(context.PathOf(settings.File));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            const string Remedy = "Choose another in config/server.toml, [log] file, or leave it out for standard error.";
            throw new StartException($"The log cannot be opened: {refused.Message} {Remedy}", ExitCodes.Unavailable);
        }
    }
}
