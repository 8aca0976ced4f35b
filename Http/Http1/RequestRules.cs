namespace Stryke.Web.Http.Http1;

/// <summary>What only the whole head can tell: the rules that bind several of its fields.</summary>
internal static class RequestRules
{
    /// <summary>Checks a head whose every line was read.</summary>
    /// <returns>Null, or why the request is refused.</returns>
    public static ProtocolError? Check(RequestHead head)
    {
        if (!head.Has(HeadFlags.Host) && head.Version == HttpVersion.Http11)
        {
            return ProtocolErrors.HostMissing;
        }

        if (head.Has(HeadFlags.TransferEncoding) && CheckTransferEncoding(head) is { } error)
        {
            return error;
        }

        if (head.Version == HttpVersion.Http10)
        {
            // RFC 9110 §10.1.1: expectations came with HTTP/1.1.
            head.Flags &= ~(HeadFlags.ExpectContinue | HeadFlags.ExpectOther);
        }

        return head.Has(HeadFlags.ExpectOther) ? ProtocolErrors.ExpectationUnknown : null;
    }

    private static ProtocolError? CheckTransferEncoding(RequestHead head) =>
        head.Has(HeadFlags.Length) ? ProtocolErrors.LengthAndTransferEncoding
        : head.Version == HttpVersion.Http10 ? ProtocolErrors.TransferEncodingInHttp10
        : !head.Has(HeadFlags.Chunked) ? ProtocolErrors.TransferEncodingNotChunked
        : head.Has(HeadFlags.OtherCoding) ? ProtocolErrors.TransferEncodingUnknown
        : null;
}
