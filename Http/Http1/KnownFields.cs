using System.Buffers.Text;
using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>The header fields that the parser itself has to read. To add one, add it to <see cref="Table"/>.</summary>
/// <remarks>
/// What a field says goes to a <see cref="HeadFlags"/>, or to a property of <see cref="RequestHead"/> that <see cref="RecentFields"/> keeps.
/// </remarks>
internal static class KnownFields
{
    public static readonly FieldTable Table = new([
        new("Host", static (message, value, head) => ReadHost(message, value, head)),
        new("Cookie", static (_, value, head) => ReadCookie(value, head)),
        new("Expect", static (message, value, head) => ReadExpectation(value.Of(message), head)),
        new("Connection", static (message, value, head) => ReadConnection(value.Of(message), head)),
        new("Content-Type", static (_, value, head) => ReadContentType(value, head)),
        new("Content-Length", static (message, value, head) => ReadContentLength(value.Of(message), head)),
        new("Transfer-Encoding", static (message, value, head) => ReadTransferEncoding(value.Of(message), head)),
    ]);

    private static ProtocolError? ReadHost(ReadOnlySpan<byte> message, ByteRange value, RequestHead head)
    {
        if (head.Has(HeadFlags.Host))
        {
            return ProtocolErrors.HostRepeated;
        }

        head.Flags |= HeadFlags.Host;

        // RFC 9112 §3.2.2: the authority of an absolute-form target replaces the field, which must be valid all the same.
        head.Host = head.Has(HeadFlags.AbsoluteForm) ? head.Host : value;
        return head.LastHost.IsSame(value.Of(message)) ? null : CheckHost(value.Of(message), head);
    }

    private static ProtocolError? CheckHost(ReadOnlySpan<byte> host, RequestHead head)
    {
        if (!HostSyntax.IsValid(host))
        {
            return ProtocolErrors.HostInvalid;
        }

        head.LastHost.Remember(host);
        return null;
    }

    private static ProtocolError? ReadCookie(ByteRange value, RequestHead head)
    {
        if (head.Has(HeadFlags.Cookie))
        {
            head.Flags |= HeadFlags.CookieRepeated;
            return null;
        }

        head.Flags |= HeadFlags.Cookie;
        head.Cookie = value;
        return null;
    }

    // A list of expectations, in one line or in several, is not an expectation that this server knows.
    private static ProtocolError? ReadExpectation(ReadOnlySpan<byte> value, RequestHead head)
    {
        head.Flags |=
            !head.Has(HeadFlags.ExpectContinue) && Ascii.EqualsIgnoreCase(value, "100-continue"u8)
                ? HeadFlags.ExpectContinue
                : HeadFlags.ExpectOther;
        return null;
    }

    // RFC 9110 §8.3: readers differ in which of two media types they believe, so that a body would be one thing to this server and another
    // to what stands before it.
    private static ProtocolError? ReadContentType(ByteRange value, RequestHead head)
    {
        if (head.Has(HeadFlags.ContentType))
        {
            return ProtocolErrors.ContentTypeRepeated;
        }

        head.Flags |= HeadFlags.ContentType;
        head.ContentType = value;
        return null;
    }

    // RFC 9112 §9.3; other tokens name fields that are for this hop only, and none of those means anything here.
    private static ProtocolError? ReadConnection(ReadOnlySpan<byte> tokens, RequestHead head)
    {
        foreach (var range in tokens.Split((byte)','))
        {
            var token = Grammar.TrimWhitespace(tokens[range]);
            head.Flags |=
                Ascii.EqualsIgnoreCase(token, "close"u8) ? HeadFlags.Close
                : Ascii.EqualsIgnoreCase(token, "keep-alive"u8) ? HeadFlags.KeepAlive
                : HeadFlags.None;
        }

        return null;
    }

    // RFC 9112 §6.3 allows to take a repeated, identical length for one; two readers may still disagree about it, so it is refused.
    private static ProtocolError? ReadContentLength(ReadOnlySpan<byte> value, RequestHead head)
    {
        if (head.Has(HeadFlags.Length))
        {
            return ProtocolErrors.LengthRepeated;
        }

        if (value.IsEmpty || value.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return ProtocolErrors.LengthInvalid;
        }

        head.Flags |= HeadFlags.Length;
        head.ContentLength = Utf8Parser.TryParse(value, out long length, out _) ? length : long.MaxValue;
        return null;
    }

    private static ProtocolError? ReadTransferEncoding(ReadOnlySpan<byte> codings, RequestHead head)
    {
        head.Flags |= HeadFlags.TransferEncoding;
        foreach (var range in codings.Split((byte)','))
        {
            // Chunked before another coding, or twice, is as good as another coding: RequestRules refuses both.
            bool isChunked = Ascii.EqualsIgnoreCase(Grammar.TrimWhitespace(codings[range]), "chunked"u8);
            bool isRepeated = isChunked && head.Has(HeadFlags.Chunked);
            head.Flags =
                isChunked && !isRepeated ? head.Flags | HeadFlags.Chunked : (head.Flags & ~HeadFlags.Chunked) | HeadFlags.OtherCoding;
        }

        return null;
    }
}
