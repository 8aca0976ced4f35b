using System.Net.Sockets;
using Stryke.Web.Actors.Net.Epoll;
using Stryke.Web.Actors.Net.Portable;
using Stryke.Web.Actors.Net.Uring;

namespace Stryke.Web.Actors.Startup;

/// <summary>Starts an actor system with the backend that was asked for, or the best that there is.</summary>
public static class ActorSystemStartup
{
    extension(ActorSystem)
    {
        /// <summary>Starts one core per CPU and returns when all of them run.</summary>
        /// <exception cref="PlatformNotSupportedException">The backend that was asked for is not available.</exception>
        public static ActorSystem Start(ActorSystemOptions? options = null)
        {
            options ??= new ActorSystemOptions();
            if (options.Backend == Backend.Portable)
                return StartPortable(options, null);
            if (!OperatingSystem.IsLinux())
            {
                return options.Backend == Backend.Auto
                    ? StartPortable(options, "io_uring and epoll are Linux's")
                    : throw new PlatformNotSupportedException($"{options.Backend} cannot be used here: io_uring and epoll are Linux's.");
            }
            if (options.Backend == Backend.Epoll)
                return StartEpoll(options, null);
            string? refusal = UringProbe.Refusal();
            if (refusal is null)
            {
                try
                {
                    return ActorSystem.StartWith(options, Backend.IoUring, null, static core => new UringReactor(core));
                }
                catch (SocketException fault) when (options.Backend == Backend.Auto)
                {
                    // A ring for each core can be more than the memory that may be locked, where one was not.
                    refusal = fault.Message;
                }
            }
            return options.Backend == Backend.Auto
                ? StartEpoll(options, refusal)
                : throw new PlatformNotSupportedException($"io_uring cannot be used here: {refusal}.");
        }
    }

    private static ActorSystem StartEpoll(ActorSystemOptions options, string? reason) =>
        ActorSystem.StartWith(options, Backend.Epoll, reason, static core => new EpollReactor(core));

    private static ActorSystem StartPortable(ActorSystemOptions options, string? reason) =>
        ActorSystem.StartWith(options, Backend.Portable, reason, static core => new PortableReactor(core));
}
