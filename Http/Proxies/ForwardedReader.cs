using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Proxies;

/// <summary>
/// Reads the <c>Forwarded</c> field (RFC 7239). The elements are those of the proxies, the nearest last; the one that counts is the last whose <c>for</c> is
/// not itself a trusted proxy, for that one was written by the outermost proxy that is. Scheme and host are this element's, else those of the next
/// nearer one that tells them.
/// </summary>
internal static class ForwardedReader
{
    /// <returns>Null, or why the request is refused.</returns>
    public static ProtocolError? Read(HttpRequest request, TrustedPeers trusted, ForwardedClient client)
    {
        var headers = request.Headers;
        ForwardedElement found = default;
        bool isFound = false;

        // RFC 9110 §5.3: several lines are one list. A later line was added by a nearer proxy.
        for (int i = headers.Count - 1; i >= 0; i--)
        {
            var field = headers[i];
            if (field.Name.Length != 9 || !Ascii.EqualsIgnoreCase(field.Name, "Forwarded"u8))
            {
                continue;
            }

            if (!TryReadLine(field.Value, trusted, ref found, ref isFound, out bool isOutermost))
            {
                return ProtocolErrors.ForwardedInvalid;
            }

            if (isOutermost)
            {
                break;
            }
        }

        return !isFound || TryApply(found, client) ? null : ProtocolErrors.ForwardedInvalid;
    }

    private static bool TryReadLine(
        ReadOnlySpan<byte> line,
        TrustedPeers trusted,
        ref ForwardedElement found,
        ref bool isFound,
        out bool isOutermost
    )
    {
        isOutermost = false;
        var nearer = found;
        bool isFirst = true;
        var elements = new ForwardedScanner(line);
        while (elements.Read())
        {
            var element = elements.Current;
            if (!IsTrusted(element, trusted))
            {
                // The client's, as far as the elements behind it go: whatever stood before is its invention.
                found = element;
                isOutermost = true;
            }
            else if (isFirst)
            {
                found = element;
            }
            else
            {
                found.FillFrom(element);
            }

            isFirst = false;
            isFound = true;
        }

        found.FillFrom(nearer);
        return !elements.IsMalformed;
    }

    private static bool IsTrusted(in ForwardedElement element, TrustedPeers trusted) =>
        TryReadNode(element, out var node) && node.Address is { } address && trusted.Has(address);

    private static bool TryReadNode(in ForwardedElement element, out ForwardedNode node)
    {
        // Longest: a bracketed address and an obfuscated port, which may be as long as it likes.
        Span<byte> scratch = stackalloc byte[128];
        node = ForwardedNode.Unknown;
        return element.For.IsEmpty
            || ForwardedNode.TryParse(ForwardedElement.Unescape(element.For, scratch), mayLackBrackets: false, out node);
    }

    private static bool TryApply(in ForwardedElement element, ForwardedClient client)
    {
        if (!TryReadNode(element, out var node))
        {
            return false;
        }

        client.SetNode(node);
        Span<byte> scratch = stackalloc byte[256];
        return (element.Proto.IsEmpty || client.TrySetScheme(ForwardedElement.Unescape(element.Proto, scratch)))
            && (element.Host.IsEmpty || client.TrySetHost(ForwardedElement.Unescape(element.Host, scratch)));
    }
}
