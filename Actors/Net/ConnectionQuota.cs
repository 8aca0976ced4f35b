using System.Runtime.InteropServices;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// How many connections a listener has, over all cores, and how many of them from each address. Asked when a connection comes and told when
/// it has gone, never in between.
/// </summary>
internal sealed class ConnectionQuota(int max, int maxPerAddress)
{
    private readonly Dictionary<UInt128, int> _byAddress = [];
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Takes up an accepted socket.</summary>
    /// <param name="reactor">Whose socket it is.</param>
    /// <param name="fd">The socket.</param>
    /// <param name="address">What <see cref="Leave"/> is to be told; 0 where addresses are not counted.</param>
    /// <returns>False when there are too many.</returns>
    internal bool TryEnter(SocketReactor reactor, int fd, out UInt128 address)
    {
        address = 0;
        if (Interlocked.Increment(ref _count) > max)
        {
            Interlocked.Decrement(ref _count);
            return false;
        }
        if (maxPerAddress == 0)
            return true;
        address = reactor.RemoteNetwork(fd);
        if (address == 0 || TryCount(address))
            return true;
        Interlocked.Decrement(ref _count);
        return false;
    }

    internal void Leave(UInt128 address)
    {
        Interlocked.Decrement(ref _count);
        if (address == 0)
            return;
        lock (_gate)
        {
            if (--CollectionsMarshal.GetValueRefOrNullRef(_byAddress, address) == 0)
                _byAddress.Remove(address);
        }
    }

    private bool TryCount(UInt128 address)
    {
        lock (_gate)
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_byAddress, address, out _);
            if (count == maxPerAddress)
                return false;
            count++;
            return true;
        }
    }
}
