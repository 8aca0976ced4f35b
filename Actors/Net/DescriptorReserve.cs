using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// One descriptor of a core that stands for nothing. When there are no others left, it is given up for the moment in which a waiting
/// connection is accepted, answered and closed: that connection would wait for ever otherwise, and the listening socket stay readable.
/// </summary>
internal sealed class DescriptorReserve : IDisposable
{
    private int _fd = -1;

    internal DescriptorReserve() => TryTake();

    /// <summary>False when there is no descriptor for the reserve either: somebody else was faster.</summary>
    internal bool TryTake()
    {
        if (_fd < 0)
            _fd = Libc.EventFd(0, Constants.EventFdNonBlocking | Constants.EventFdCloseOnExec);
        return _fd >= 0;
    }

    internal void GiveUp()
    {
        _ = Libc.Close(_fd);
        _fd = -1;
    }

    public void Dispose()
    {
        if (_fd >= 0)
            GiveUp();
    }
}
