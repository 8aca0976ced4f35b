using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Net;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;

namespace Stryke.Web.Host.Serve;

/// <summary>Decides what the app listens on: sockets that it was given, or the addresses of <c>[server]</c>.</summary>
internal static class ListenPlan
{
    /// <param name="app">The settings, and the directory of relative paths.</param>
    /// <param name="activated">From <see cref="SocketActivation"/>: whoever starts the app with sockets has decided.</param>
    /// <param name="handed">
    /// From a predecessor. What it was started with itself is kept as it is; of the rest, what is still wanted.
    /// </param>
    public static IReadOnlyList<ListenTarget> Decide(
        BootedApp app,
        IReadOnlyList<ListenTarget> activated,
        IReadOnlyList<ListenTarget> handed
    )
    {
        var chosen =
            activated.Count > 0 ? activated
            : handed.Any(target => target.IsExternallyOwned) ? [.. handed.Where(target => target.IsExternallyOwned)]
            : OfSettings(app, handed);
        foreach (var target in handed.Except(chosen))
            target.Close();
        return chosen;
    }

    private static List<ListenTarget> OfSettings(BootedApp app, IReadOnlyList<ListenTarget> handed)
    {
        var server = app.Settings.Server;
        EndPoint[] wanted = [.. server.EndPoints.Select(endPoint => Resolved(endPoint, app))];
        List<ListenTarget> left = [.. handed];
        // Ports that are said come before those that may be any.
        ListenTarget?[] found = [.. wanted.Select(endPoint => Take(left, target => target.EndPoint.Equals(endPoint)))];
        return
        [
            .. wanted.Select(
                (endPoint, i) =>
                    found[i] ?? Take(left, target => IsAnyPortOf(endPoint, target.EndPoint)) ?? ListenTarget.At(endPoint, server.SocketMode)
            ),
        ];
    }

    private static ListenTarget? Take(List<ListenTarget> left, Predicate<ListenTarget> isWanted)
    {
        var found = left.Find(isWanted);
        if (found is not null)
            left.Remove(found);
        return found;
    }

    private static bool IsAnyPortOf(EndPoint wanted, EndPoint endPoint) =>
        wanted is IPEndPoint { Port: 0 } any && endPoint is IPEndPoint found && any.Address.Equals(found.Address);

    private static EndPoint Resolved(EndPoint endPoint, BootedApp app) =>
        endPoint is UnixDomainSocketEndPoint ? ListenAddress.ToPath(app.Context.PathOf(endPoint.ToString()!)) : endPoint;
}
