namespace Stryke.Web.Host.Launch;

/// <summary>
/// The app cannot start, for a reason that whoever starts it can put right. The message is all that is shown: no stack trace helps with it.
/// </summary>
/// <param name="message">What is wrong and how to put it right.</param>
/// <param name="exitCode">What the process leaves with; see <c>sysexits.h</c>.</param>
public class StartException(string message, int exitCode) : Exception(message)
{
    /// <summary>What the process leaves with.</summary>
    public int ExitCode => exitCode;
}
