using System.Net;
using Stryke.Web.Http.Proxies;
using Xunit;

namespace Stryke.Web.Specs.Http.Proxies;

public sealed class TrustedPeersSpec
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::10.1.2.3", false)]
    [InlineData("192.0.2.7/32", "192.0.2.7", true)]
    [InlineData("192.0.2.7/32", "192.0.2.6", false)]
    [InlineData("0.0.0.0/0", "192.0.2.7", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("::/0", "192.0.2.7", false)]
    [InlineData("fd00::/8", "fdff::1", true)]
    [InlineData("fd00::/8", "fe80::1", false)]
    [InlineData("2001:db8::1/128", "2001:db8::2", false)]
    public void A_network_has_the_addresses_of_its_prefix_and_its_family(string network, string address, bool has) =>
        Assert.Equal(
            has,
            new TrustedPeers(new ProxyOptions { Trusted = ProxyScene.Networks(network) }).Has(
                new IPEndPoint(IPAddress.Parse(address), 1),
                isUnixSocket: false
            )
        );

    [Fact]
    public void A_peer_without_an_address_is_trusted_only_where_it_came_by_a_unix_socket_and_those_are()
    {
        var peers = new TrustedPeers(new ProxyOptions { Trusted = ProxyScene.Networks("0.0.0.0/0", "::/0"), TrustsUnixSockets = true });
        Assert.True(peers.Has(null, isUnixSocket: true));

        // A client that was reset already: the kernel has forgotten its address.
        Assert.False(peers.Has(null, isUnixSocket: false));
        Assert.False(new TrustedPeers(new ProxyOptions { Trusted = ProxyScene.Networks("0.0.0.0/0") }).Has(null, isUnixSocket: true));
    }
}
