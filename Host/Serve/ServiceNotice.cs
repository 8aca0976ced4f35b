using System.Net.Sockets;
using System.Text;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Tells the service manager how the app is: sd_notify(3), a datagram to the socket that <c>NOTIFY_SOCKET</c> names. Nobody needs to
/// listen.
/// </summary>
internal static class ServiceNotice
{
    private const string Variable = "NOTIFY_SOCKET";

    /// <summary>The app answers. A process that took over from another is the service's main one from now on.</summary>
    public static void Ready(LaunchContext context, bool hasTakenOver) =>
        Send(context, hasTakenOver ? FormattableString.Invariant($"READY=1\nMAINPID={System.Environment.ProcessId}") : "READY=1");

    /// <summary>The app was asked to stop, and does.</summary>
    public static void Stopping(LaunchContext context) => Send(context, "STOPPING=1");

    private static void Send(LaunchContext context, string state)
    {
        if (context.Variable(Variable) is not { } name)
            return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // unix(7): an @ stands for the NUL that a name without a file begins with.
            socket.SendTo(Encoding.UTF8.GetBytes(state), new UnixDomainSocketEndPoint(name[0] == '@' ? $"\0{name[1..]}" : name));
        }
        catch (Exception refused) when (refused is SocketException or ArgumentException)
        {
            context.Error.WriteLine($"{Variable}: {name} cannot be told {state.Split('\n')[0]}: {refused.Message}");
        }
    }
}
