namespace Stryke.Web.Http.Http1;

/// <summary>The request line: <c>method SP request-target SP HTTP-version</c> (RFC 9112 §3), with exactly one space each.</summary>
internal static class RequestLine
{
    private const int VersionBytes = 8;

    private static ReadOnlySpan<byte> UsualEnd => " HTTP/1.1"u8;

    /// <summary>Reads a whole line, without its CR LF, into the head.</summary>
    public static ProtocolError? Read(ReadOnlySpan<byte> message, int start, int end, int maxTargetBytes, RequestHead head)
    {
        var line = message[start..end];
        bool isGet = line.StartsWith("GET "u8);
        int methodEnd = isGet ? 3 : line.IndexOf((byte)' ');
        if (methodEnd <= 0)
        {
            return methodEnd < 0 && !line.IsEmpty && !line.ContainsAnyExcept(Grammar.Token)
                ? ProtocolErrors.MalformedRequestLine
                : ProtocolErrors.MalformedMethod;
        }

        head.Method = new ByteRange(start, methodEnd);
        head.Verb = isGet ? HttpVerb.Get : HttpVerbs.Parse(line[..methodEnd]);
        if (head.Verb == HttpVerb.Unknown && line[..methodEnd].ContainsAnyExcept(Grammar.Token))
        {
            return ProtocolErrors.MalformedMethod;
        }

        var rest = line[(methodEnd + 1)..];
        int targetEnd;
        if (rest.Length > UsualEnd.Length && rest.EndsWith(UsualEnd))
        {
            targetEnd = rest.Length - UsualEnd.Length;
            head.Version = HttpVersion.Http11;
        }
        else
        {
            targetEnd = rest.LastIndexOf((byte)' ');
            if (targetEnd <= 0)
            {
                return ProtocolErrors.MalformedRequestLine;
            }

            if (ReadVersion(rest[(targetEnd + 1)..], head) is { } versionError)
            {
                return versionError;
            }
        }

        if (head.Verb == HttpVerb.Unknown)
        {
            return ProtocolErrors.UnknownMethod;
        }

        if (targetEnd > maxTargetBytes)
        {
            return ProtocolErrors.TargetTooLong;
        }

        head.Target = new ByteRange(start + methodEnd + 1, targetEnd);
        return RequestTarget.Read(message, head);
    }

    private static ProtocolError? ReadVersion(ReadOnlySpan<byte> version, RequestHead head)
    {
        if (version.SequenceEqual("HTTP/1.0"u8))
        {
            head.Version = HttpVersion.Http10;
            return null;
        }

        // RFC 9112 §2.3: HTTP-name is case-sensitive, and a version is digit, dot, digit.
        return
            version.Length == VersionBytes
            && version.StartsWith("HTTP/"u8)
            && char.IsAsciiDigit((char)version[5])
            && version[6] == '.'
            && char.IsAsciiDigit((char)version[7])
            ? ProtocolErrors.UnsupportedVersion
            : ProtocolErrors.MalformedVersion;
    }
}
