using System.Buffers.Text;
using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Reads the <c>X-Forwarded-*</c> fields, which no document defines. Of the addresses it goes from the right, where the nearest proxy has put its own, over
/// those of trusted proxies to the first that is not trusted: what stands left of that is the client's invention, and is not even looked at. Of the
/// other fields the last value counts, the nearest proxy's.
/// </summary>
internal ref struct XForwardedReader
{
    private readonly HttpRequest _request;
    private readonly TrustedPeers _trusted;
    private readonly ForwardedClient _client;
    private XForwardedFields _missing;

    private XForwardedReader(HttpRequest request, TrustedPeers trusted, XForwardedFields wanted, ForwardedClient client)
    {
        _request = request;
        _trusted = trusted;
        _missing = wanted;
        _client = client;
    }

    /// <returns>Null, or why the request is refused.</returns>
    public static ProtocolError? Read(HttpRequest request, TrustedPeers trusted, XForwardedFields wanted, ForwardedClient client) =>
        new XForwardedReader(request, trusted, wanted, client).Read();

    private ProtocolError? Read()
    {
        var headers = _request.Headers;
        ReadOnlySpan<byte> port = default;
        for (int i = headers.Count - 1; i >= 0 && _missing != 0; i--)
        {
            var field = headers[i];
            var isRead = KindOf(field.Name) & _missing;
            bool isValid = isRead switch
            {
                XForwardedFields.For => ReadAddresses(field.Value),
                XForwardedFields.Proto => Take(isRead, field.Value, out var scheme) && (scheme.IsEmpty || _client.TrySetScheme(scheme)),
                XForwardedFields.Host => Take(isRead, field.Value, out var host) && (host.IsEmpty || _client.TrySetHost(host)),
                XForwardedFields.Port => Take(isRead, field.Value, out port) && (port.IsEmpty || IsPort(port)),
                _ => true,
            };
            if (!isValid)
            {
                return ProtocolErrors.XForwardedInvalid;
            }
        }

        return port.IsEmpty || TryAddPort(port) ? null : ProtocolErrors.XForwardedInvalid;
    }

    private static XForwardedFields KindOf(ReadOnlySpan<byte> name) =>
        name.Length switch
        {
            15 when Ascii.EqualsIgnoreCase(name, "X-Forwarded-For"u8) => XForwardedFields.For,
            16 when Ascii.EqualsIgnoreCase(name, "X-Forwarded-Host"u8) => XForwardedFields.Host,
            16 when Ascii.EqualsIgnoreCase(name, "X-Forwarded-Port"u8) => XForwardedFields.Port,
            17 when Ascii.EqualsIgnoreCase(name, "X-Forwarded-Proto"u8) => XForwardedFields.Proto,
            _ => XForwardedFields.None,
        };

    private bool ReadAddresses(ReadOnlySpan<byte> list)
    {
        while (!list.IsEmpty)
        {
            var element = LastOf(ref list);
            if (element.IsEmpty)
            {
                continue;
            }

            if (!ForwardedNode.TryParse(element, mayLackBrackets: true, out var node))
            {
                return false;
            }

            _client.SetNode(node);
            if (node.Address is not { } address || !_trusted.Has(address))
            {
                _missing &= ~XForwardedFields.For;
                break;
            }
        }

        return true;
    }

    private bool Take(XForwardedFields field, ReadOnlySpan<byte> list, out ReadOnlySpan<byte> value)
    {
        _missing &= ~field;
        value = LastOf(ref list);
        return true;
    }

    private static ReadOnlySpan<byte> LastOf(scoped ref ReadOnlySpan<byte> list)
    {
        int comma = list.LastIndexOf((byte)',');
        var last = list[(comma + 1)..];
        list = list[..Math.Max(comma, 0)];
        return Grammar.TrimWhitespace(last);
    }

    private static bool IsPort(ReadOnlySpan<byte> text) =>
        text.Length <= 5
        && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && Utf8Parser.TryParse(text, out int port, out _)
        && port is > 0 and <= ushort.MaxValue;

    // A host that has a port keeps it: the client itself has named it.
    private bool TryAddPort(ReadOnlySpan<byte> port)
    {
        var host = _request.Host;
        if (host.IsEmpty || host.LastIndexOf((byte)':') > host.LastIndexOf((byte)']'))
        {
            return true;
        }

        Span<byte> whole = stackalloc byte[host.Length + 1 + port.Length];
        host.CopyTo(whole);
        whole[host.Length] = (byte)':';
        port.CopyTo(whole[(host.Length + 1)..]);
        return _client.TrySetHost(whole);
    }
}
