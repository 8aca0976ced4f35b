using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// What a listener listens on: an address that is to be opened, or sockets that listen there already and were given to this process
/// (<see cref="InheritedSockets"/>, <see cref="Handover.Predecessor"/>).
/// </summary>
public sealed class ListenTarget
{
    /// <summary>The mode of a Unix socket's file unless another is asked for: its owner and group may connect.</summary>
    public const UnixFileMode DefaultMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private ListenTarget(EndPoint endPoint, UnixFileMode mode, IReadOnlyList<int> descriptors, bool isExternallyOwned)
    {
        EndPoint = endPoint;
        Mode = mode;
        Descriptors = descriptors;
        IsExternallyOwned = isExternallyOwned;
    }

    /// <summary>The address: an <see cref="IPEndPoint"/> or a <see cref="UnixDomainSocketEndPoint"/>.</summary>
    public EndPoint EndPoint { get; }

    /// <summary>True when its sockets are there already.</summary>
    public bool IsInherited => Descriptors.Count > 0;

    /// <summary>
    /// True when whoever started this process opened the sockets and goes on holding them: a Unix socket's file is then not ours to remove.
    /// </summary>
    public bool IsExternallyOwned { get; }

    /// <summary>The mode of a Unix socket's file.</summary>
    internal UnixFileMode Mode { get; }

    /// <summary>The sockets that are there already.</summary>
    internal IReadOnlyList<int> Descriptors { get; }

    /// <summary>An address that is to be opened.</summary>
    /// <param name="endPoint">An IP address and port, where port 0 takes a free one, or the path of a Unix socket.</param>
    /// <param name="mode">The mode of a Unix socket's file: who may write may connect.</param>
    public static ListenTarget At(EndPoint endPoint, UnixFileMode mode = DefaultMode)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        if (endPoint is not (IPEndPoint or UnixDomainSocketEndPoint))
            throw new ArgumentException($"{endPoint} is neither an IP address nor the path of a Unix socket.", nameof(endPoint));
        return new ListenTarget(endPoint, mode, [], isExternallyOwned: false);
    }

    /// <summary>An address that is to be opened.</summary>
    /// <param name="endPoint">An IP address and port, or the path of a Unix socket.</param>
    public static implicit operator ListenTarget(EndPoint endPoint) => At(endPoint);

    internal static ListenTarget Inherited(EndPoint endPoint, IReadOnlyList<int> descriptors, bool isExternallyOwned) =>
        new(endPoint, DefaultMode, descriptors, isExternallyOwned);

    /// <summary>Closes the sockets of a target that is not listened on; the listener closes those of the others.</summary>
    public void Close()
    {
        foreach (int fd in Descriptors)
            _ = Native.Libc.Close(fd);
    }
}
