using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// The file that a Unix socket listens at. It outlives a server that was killed, and nobody can bind to it again; so it is replaced when
/// nobody listens behind it any more.
/// </summary>
internal static unsafe class UnixSocketFile
{
    private const int ReadOnly = 0,
        NonBlocking = 0x800;

    /// <returns>The descriptor, bound and not listening yet: until then nobody can connect, so the mode is there in time.</returns>
    /// <exception cref="SocketException">
    /// Somebody listens there, something else has the name, or the directory does not take it.
    /// </exception>
    internal static int Bind(UnixDomainSocketEndPoint path, UnixFileMode mode)
    {
        int fd = Sockets.Create(path);
        try
        {
            int error = Sockets.Bind(fd, path);
            if (error == Errno.AddressInUse && IsDead(path))
            {
                Remove(path);
                error = Sockets.Bind(fd, path);
            }
            if (error != 0)
                throw Errno.ToException(error);
            SetMode(path, mode);
            return fd;
        }
        catch
        {
            _ = Libc.Close(fd);
            throw;
        }
    }

    /// <summary>Takes the name away: who connects from now on is told that nobody is there.</summary>
    internal static void Remove(UnixDomainSocketEndPoint path)
    {
        if (HasFile(path))
            File.Delete(path.ToString()!);
    }

    // A connection is refused by a socket without a server, and by everything that is not a socket: that must stay.
    private static bool IsDead(UnixDomainSocketEndPoint path)
    {
        int fd = Sockets.Create(path);
        bool isRefused = Sockets.Connect(fd, path) == Errno.ConnectionRefused;
        _ = Libc.Close(fd);
        return isRefused && HasFile(path) && IsSocket(path.ToString()!);
    }

    /// <summary>Who may write may connect.</summary>
    internal static void SetMode(UnixDomainSocketEndPoint path, UnixFileMode mode)
    {
        if (!HasFile(path))
            return;
        fixed (byte* bytes = Encoding.UTF8.GetBytes(path.ToString() + '\0'))
        {
            if (Libc.ChangeMode(bytes, (uint)mode) < 0)
                throw Errno.ToException(Errno.Last);
        }
    }

    // open(2): ENXIO, the file is a UNIX domain socket.
    private static bool IsSocket(string path)
    {
        int fd;
        fixed (byte* bytes = Encoding.UTF8.GetBytes(path + '\0'))
            fd = Libc.Open(bytes, ReadOnly | NonBlocking | Constants.SocketCloseOnExec, 0);
        if (fd < 0)
            return Errno.Last == Errno.NoDevice;
        _ = Libc.Close(fd);
        return false;
    }

    // unix(7): a name that begins with NUL ("abstract") is in no directory and goes with its socket.
    private static bool HasFile(UnixDomainSocketEndPoint path) => path.Serialize()[sizeof(ushort)] != 0;
}
