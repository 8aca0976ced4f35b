using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Http;

namespace Stryke.Web.Perf.Attack;

/// <summary>
/// The server: one core, the limits that a server has when nobody sets any, but for those on one address, from which all of this comes.
/// </summary>
internal static class AttackedServer
{
    /// <summary>Says its port, serves until its standard input ends, and answers each line with what the machine of .NET holds.</summary>
    public static int Serve(string backend)
    {
        var system = ActorSystem.Start(
            new ActorSystemOptions { Backend = backend == "epoll" ? Backend.Epoll : Backend.IoUring, Cpus = [0] }
        );
        var options = new HttpOptions { MaxConnectionsPerAddress = 0 };
        var listener = HttpServer.Start(system, new IPEndPoint(IPAddress.Loopback, 0), options, static _ => new AttackedApplication());
        Console.WriteLine(listener.EndPoint.Port);
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(system.Cores[0].ConnectionCount);
        }

        system.StopAsync(TimeSpan.Zero).GetAwaiter().GetResult();
        return 0;
    }
}
