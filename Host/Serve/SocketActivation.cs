using System.Globalization;
using Stryke.Web.Actors.Net;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Sockets that systemd, or whoever speaks as it does, has opened for this process: sd_listen_fds(3). They listen while the app is not
/// there, on ports that its user could not open.
/// </summary>
internal static class SocketActivation
{
    private const int First = 3; // SD_LISTEN_FDS_START: behind the standard streams

    /// <returns>What the app is to listen on in place of its settings; nothing when it was started without sockets.</returns>
    /// <exception cref="StartException">What was passed cannot be listened on.</exception>
    public static IReadOnlyList<ListenTarget> Take(LaunchContext context)
    {
        // Another process id: they were meant for the one that has started this one.
        string own = System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        if (context.Variable("LISTEN_PID") != own || context.Variable("LISTEN_FDS") is not { } text)
            return [];
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort count))
        {
            throw new StartException(
                $"LISTEN_FDS: expected the number of sockets that are passed, found \"{text}\"",
                ExitCodes.Configuration
            );
        }
        string[] names = context.Variable("LISTEN_FDNAMES")?.Split(':') ?? [];
        try
        {
            return InheritedSockets.Adopt([
                .. Enumerable.Range(0, count).Select(i => (First + i, i < names.Length ? names[i] : "unknown")),
            ]);
        }
        catch (InvalidOperationException mistake)
        {
            throw new StartException($"LISTEN_FDS: {mistake.Message}", ExitCodes.Configuration);
        }
    }
}
