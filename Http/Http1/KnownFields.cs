using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>The fields that the wire itself must understand. Recognised by length and then by name: no look-up table is faster for so few.</summary>
internal static class KnownFields
{
    /// <summary>Notes in the head what one field line says, if it is one of them.</summary>
    public static ProtocolError? Note(ReadOnlySpan<byte> name, ReadOnlySpan<byte> message, ByteRange value, RequestHead head)
    {
        switch (name.Length)
        {
            case 4 when IsHost(name):
                return NoteHost(message, value, head);
            case 6 when Ascii.EqualsIgnoreCase(name, "Cookie"u8):
                NoteCookie(value, head);
                return null;
            case 6 when Ascii.EqualsIgnoreCase(name, "Expect"u8):
                NoteExpectation(value.Of(message), head);
                return null;
            case 10 when Ascii.EqualsIgnoreCase(name, "Connection"u8):
                NoteConnection(value.Of(message), head);
                return null;
            case 12 when Ascii.EqualsIgnoreCase(name, "Content-Type"u8):
                return NoteType(value, head);
            case 14 when Ascii.EqualsIgnoreCase(name, "Content-Length"u8):
                return NoteLength(value.Of(message), head);
            case 17 when Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8):
                NoteTransferEncoding(value.Of(message), head);
                return null;
            default:
                return null;
        }
    }

    // Every request has one. Setting bit 5 makes a capital small, and no other byte a letter of this name.
    private static bool IsHost(ReadOnlySpan<byte> name) => (BinaryPrimitives.ReadUInt32BigEndian(name) | 0x20202020) == 0x686F7374;

    private static ProtocolError? NoteHost(ReadOnlySpan<byte> message, ByteRange value, RequestHead head)
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

        head.LastHost.Keep(host);
        return null;
    }

    private static void NoteCookie(ByteRange value, RequestHead head)
    {
        if (head.Has(HeadFlags.Cookie))
        {
            head.Flags |= HeadFlags.CookieRepeated;
            return;
        }

        head.Flags |= HeadFlags.Cookie;
        head.Cookie = value;
    }

    // A list of expectations, in one line or in several, is none that this server knows.
    private static void NoteExpectation(ReadOnlySpan<byte> value, RequestHead head) =>
        head.Flags |=
            !head.Has(HeadFlags.ExpectContinue) && Ascii.EqualsIgnoreCase(value, "100-continue"u8)
                ? HeadFlags.ExpectContinue
                : HeadFlags.ExpectOther;

    // RFC 9110 §8.3: readers differ in which of two media types they believe, so that a body would be one thing to this server and another
    // to what stands before it.
    private static ProtocolError? NoteType(ByteRange value, RequestHead head)
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
    private static void NoteConnection(ReadOnlySpan<byte> tokens, RequestHead head)
    {
        foreach (var range in tokens.Split((byte)','))
        {
            var token = Grammar.TrimWhitespace(tokens[range]);
            head.Flags |=
                Ascii.EqualsIgnoreCase(token, "close"u8) ? HeadFlags.Close
                : Ascii.EqualsIgnoreCase(token, "keep-alive"u8) ? HeadFlags.KeepAlive
                : HeadFlags.None;
        }
    }

    // RFC 9112 §6.3 allows to take a repeated, identical length for one; two readers may still disagree about it, so it is refused.
    private static ProtocolError? NoteLength(ReadOnlySpan<byte> value, RequestHead head)
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

    private static void NoteTransferEncoding(ReadOnlySpan<byte> codings, RequestHead head)
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
    }
}
