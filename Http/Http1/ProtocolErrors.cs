namespace Stryke.Web.Http.Http1;

/// <summary>
/// Every error of the protocol, in the order of the clauses. The connection closes after each: its framing cannot be trusted.
/// </summary>
internal static class ProtocolErrors
{
    // RFC 9112 §2: message
    public static readonly ProtocolError BareLineFeed = new(400, "RFC 9112 §2.2", "A line ends with CR LF, not with LF alone.");
    public static readonly ProtocolError BareCarriageReturn = new(400, "RFC 9112 §2.2", "A CR stands without its LF.");
    public static readonly ProtocolError ControlByte = new(400, "RFC 9110 §5.5", "A control byte stands in the head.");
    public static readonly ProtocolError MalformedVersion = new(
        400,
        "RFC 9112 §2.3",
        "The request line does not end with an HTTP version."
    );
    public static readonly ProtocolError UnsupportedVersion = new(505, "RFC 9110 §15.6.6", "This server speaks HTTP/1.1 and HTTP/1.0.");

    // RFC 9112 §3: request line
    public static readonly ProtocolError MalformedRequestLine = new(
        400,
        "RFC 9112 §3",
        "The request line is not: method, space, target, space, version."
    );
    public static readonly ProtocolError MalformedMethod = new(400, "RFC 9112 §3.1", "The method is not a token.");
    public static readonly ProtocolError UnknownMethod = new(501, "RFC 9112 §3", "The method is not one that this server knows.");
    public static readonly ProtocolError TargetTooLong = new(414, "RFC 9112 §3", "The request target is too long.")
    {
        Limit = RequestLimit.TargetBytes,
    };
    public static readonly ProtocolError MalformedTarget = new(
        400,
        "RFC 9112 §3.2",
        "The request target has none of the forms that its method allows."
    );
    public static readonly ProtocolError TargetCharacter = new(
        400,
        "RFC 9112 §3.2",
        "The request target holds a character that must be percent-encoded."
    );
    public static readonly ProtocolError MalformedEscape = new(
        400,
        "RFC 3986 §2.1",
        "The path holds a percent sign that starts no escape, or an escaped NUL."
    );
    public static readonly ProtocolError DotSegment = new(
        400,
        "RFC 3986 §6.2.2.3",
        "The path holds dot segments, which a client resolves before it asks."
    );
    public static readonly ProtocolError HostMissing = new(400, "RFC 9112 §3.2", "A request of HTTP/1.1 has a Host field.");
    public static readonly ProtocolError HostRepeated = new(400, "RFC 9112 §3.2", "There is more than one Host field.");
    public static readonly ProtocolError HostInvalid = new(400, "RFC 9112 §3.2", "The Host field is not a host with an optional port.");
    public static readonly ProtocolError ConnectRefused = new(501, "RFC 9110 §9.3.6", "This server opens no tunnels.");

    // RFC 9112 §5: field syntax
    public static readonly ProtocolError FieldNameMissing = new(400, "RFC 9112 §5", "A field line has no name before its colon.");
    public static readonly ProtocolError FieldNameInvalid = new(400, "RFC 9110 §5.1", "The name of a field is not a token.");
    public static readonly ProtocolError FieldColonMissing = new(400, "RFC 9112 §5", "A field line has no colon.");
    public static readonly ProtocolError SpaceBeforeColon = new(
        400,
        "RFC 9112 §5.1",
        "White space stands between the name of a field and its colon."
    );
    public static readonly ProtocolError LineFolding = new(
        400,
        "RFC 9112 §5.2",
        "A line starts with white space; field lines are not folded."
    );
    public static readonly ProtocolError HeadTooLarge = new(431, "RFC 6585 §5", "The header fields are too large.")
    {
        Limit = RequestLimit.HeadBytes,
    };
    public static readonly ProtocolError TooManyFields = new(431, "RFC 6585 §5", "There are too many header fields.")
    {
        Limit = RequestLimit.HeaderCount,
    };

    // RFC 9112 §6, §7: framing
    public static readonly ProtocolError TransferEncodingInHttp10 = new(400, "RFC 9112 §6.1", "Transfer-Encoding is not of HTTP/1.0.");
    public static readonly ProtocolError TransferEncodingUnknown = new(
        501,
        "RFC 9112 §6.1",
        "The only transfer coding that this server knows is chunked."
    );
    public static readonly ProtocolError TransferEncodingNotChunked = new(
        400,
        "RFC 9112 §6.3",
        "The last transfer coding of a request is chunked, once."
    );
    public static readonly ProtocolError LengthAndTransferEncoding = new(
        400,
        "RFC 9112 §6.1",
        "Content-Length and Transfer-Encoding exclude each other."
    );
    public static readonly ProtocolError LengthInvalid = new(400, "RFC 9112 §6.3", "Content-Length is not a decimal number.");
    public static readonly ProtocolError LengthRepeated = new(400, "RFC 9112 §6.3", "There is more than one Content-Length.");
    public static readonly ProtocolError ContentTypeRepeated = new(400, "RFC 9110 §8.3", "There is more than one Content-Type.");
    public static readonly ProtocolError BodyTooLarge = new(413, "RFC 9110 §15.5.14", "The body is larger than this server accepts.")
    {
        Limit = RequestLimit.BodyBytes,
    };
    public static readonly ProtocolError ChunkSizeInvalid = new(400, "RFC 9112 §7.1", "The size of a chunk is not a hexadecimal number.");
    public static readonly ProtocolError ChunkExtensionInvalid = new(
        400,
        "RFC 9112 §7.1.1",
        "The extension of a chunk is not: semicolon, name, and perhaps an equals sign and a value."
    );
    public static readonly ProtocolError ChunkLineTooLong = new(400, "RFC 9112 §7.1.1", "The extensions of the chunks are too long.");
    public static readonly ProtocolError ChunkEndMissing = new(400, "RFC 9112 §7.1", "A chunk is not followed by CR LF.");

    public static readonly ProtocolError CutShort = new(400, "RFC 9112 §8", "The request was cut short.");

    // What a trusted proxy says
    public static readonly ProtocolError ForwardedInvalid = new(400, "RFC 7239 §4", "The Forwarded field that the proxy sent is not one.");
    public static readonly ProtocolError XForwardedInvalid = new(
        400,
        "RFC 9110 §15.5.1",
        "An X-Forwarded field that the proxy sent is not an address, scheme, host or port."
    );

    // RFC 9110 §10.1.1 and the clocks
    public static readonly ProtocolError ExpectationUnknown = new(
        417,
        "RFC 9110 §10.1.1",
        "The only expectation that this server knows is 100-continue."
    );
    public static readonly ProtocolError HeadTimeout = new(408, "RFC 9110 §15.5.9", "The head of the request did not arrive in time.")
    {
        Limit = RequestLimit.HeadTime,
    };
    public static readonly ProtocolError BodyTimeout = new(408, "RFC 9110 §15.5.9", "The body of the request did not arrive in time.")
    {
        Limit = RequestLimit.BodyTime,
    };
}
