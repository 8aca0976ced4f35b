using System.Net;
using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Proxies;

/// <summary>What a trusted proxy says about a request's client: whatever it does not say is as the connection has it. Reused from request to request.</summary>
internal sealed class ForwardedClient
{
    /// <summary>A domain name has at most 253 bytes, and a port six with its colon.</summary>
    private const int MaxHostBytes = 259;

    private readonly byte[] _host = new byte[MaxHostBytes];
    private int _hostLength;
    private IPEndPoint? _endPoint;

    /// <summary>Whether the client's address is told, if only to be unknown.</summary>
    public bool HasNode { get; private set; }

    public ForwardedNode Node { get; private set; }

    public bool HasHost => _hostLength > 0;

    public ReadOnlySpan<byte> Host => _host.AsSpan(0, _hostLength);

    /// <summary>Null when the proxy says nothing of it.</summary>
    public bool? IsHttps { get; private set; }

    public IPEndPoint? EndPoint => _endPoint ??= Node.Address is { } address ? new IPEndPoint(address.ToIPAddress(), Node.Port) : null;

    public void Clear()
    {
        _hostLength = 0;
        _endPoint = null;
        HasNode = false;
        IsHttps = null;
    }

    public void SetNode(ForwardedNode node)
    {
        Node = node;
        HasNode = true;
    }

    /// <returns>False for a scheme that is neither of the two.</returns>
    public bool TrySetScheme(ReadOnlySpan<byte> scheme)
    {
        IsHttps =
            Ascii.EqualsIgnoreCase(scheme, "https"u8) ? true
            : Ascii.EqualsIgnoreCase(scheme, "http"u8) ? false
            : null;
        return IsHttps is not null;
    }

    /// <returns>False for what would be no valid Host field either.</returns>
    public bool TrySetHost(ReadOnlySpan<byte> host)
    {
        if (host.Length > MaxHostBytes || !HostSyntax.IsValid(host))
        {
            return false;
        }

        host.CopyTo(_host);
        _hostLength = host.Length;
        return true;
    }

    /// <summary>Leaves a port that goes without saying away, as browsers do in what they send (RFC 9110 §4.2.3).</summary>
    public void DropDefaultPort(bool isHttps)
    {
        var usual = isHttps ? ":443"u8 : ":80"u8;
        if (Host.EndsWith(usual))
        {
            _hostLength -= usual.Length;
        }
    }
}
