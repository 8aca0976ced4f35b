using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Http.Proxies;

/// <summary>The proxies of <see cref="ProxyOptions"/>, made ready to be asked for.</summary>
internal sealed class TrustedPeers
{
    private readonly (UInt128 Prefix, UInt128 Mask)[] _networks;
    private readonly bool _unixSockets;

    public TrustedPeers(ProxyOptions options)
    {
        _networks = [.. options.Trusted.Select(Network)];
        _unixSockets = options.TrustsUnixSockets;
    }

    public bool Has(IPAddressValue address)
    {
        foreach (var (prefix, mask) in _networks)
        {
            // A network of IPv6, however wide, is not meant to have IPv4 within it.
            if ((address.Bits & mask) == prefix && address.IsIPv4 == new IPAddressValue(prefix).IsIPv4)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="peer">The other end of a connection; null when it has no address, or is gone already.</param>
    /// <param name="isUnixSocket">Whether it has none because it came by a Unix socket.</param>
    public bool Has(IPEndPoint? peer, bool isUnixSocket) =>
        isUnixSocket ? _unixSockets : peer is not null && Has(IPAddressValue.Of(peer.Address));

    private static (UInt128 Prefix, UInt128 Mask) Network(IPNetwork network)
    {
        int length = network.PrefixLength + (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 96 : 0);
        var mask = length == 0 ? 0 : UInt128.MaxValue << (128 - length);
        return (IPAddressValue.Of(network.BaseAddress).Bits & mask, mask);
    }
}
