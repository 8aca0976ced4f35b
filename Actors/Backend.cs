namespace Stryke.Web.Actors;

/// <summary>How a core waits for its sockets.</summary>
public enum Backend
{
    /// <summary>io_uring where the kernel lets us use it, epoll where not; <see cref="Portable"/> where the system is not Linux.</summary>
    Auto,

    /// <summary>io_uring; starting fails where the kernel forbids or lacks it.</summary>
    IoUring,

    /// <summary>epoll, level-triggered.</summary>
    Epoll,

    /// <summary><c>System.Net.Sockets</c>, on every system that .NET runs on; slower than the others.</summary>
    Portable,
}
