using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>What <see cref="UnixSocketFile"/> is for the other backends. .NET removes the file with the socket.</summary>
internal static class PortableSocketFile
{
    internal static void Bind(Socket socket, UnixDomainSocketEndPoint path, UnixFileMode mode)
    {
        try
        {
            socket.Bind(path);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && IsDead(path))
        {
            File.Delete(path.ToString()!);
            socket.Bind(path);
        }
        // Nobody can connect yet.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path.ToString()!, mode);
    }

    // A connection is refused by a socket without a server, and by everything that is not a socket: that must stay.
    private static bool IsDead(UnixDomainSocketEndPoint path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(path);
            return false;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.ConnectionRefused && !CanBeOpened(path.ToString()!);
        }
    }

    // A socket cannot be opened as a file, whoever asks; one that only this user may not open counts as one that can be. Both ways at
    // first: that open of a FIFO waits for nobody, and what refuses it is none.
    private static bool CanBeOpened(string path) => TryOpen(path, FileAccess.ReadWrite) || TryOpen(path, FileAccess.Read);

    private static bool TryOpen(string path, FileAccess access)
    {
        try
        {
            File.OpenHandle(path, FileMode.Open, access).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
