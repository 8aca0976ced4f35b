using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// The four forms of a request target (RFC 9112 §3.2): origin (<c>/path?query</c>), absolute (<c>http://host/path?query</c>), authority
/// (CONNECT, refused) and asterisk (OPTIONS).
/// </summary>
internal static class RequestTarget
{
    /// <summary>Splits the target of a head into path and query, and takes the authority of an absolute one as its host.</summary>
    public static ProtocolError? Read(ReadOnlySpan<byte> message, RequestHead head)
    {
        if (head.Verb == HttpVerb.Connect)
        {
            return ProtocolErrors.ConnectRefused;
        }

        var target = head.Target.Of(message);
        if (target.ContainsAnyExcept(Grammar.Target))
        {
            return target.Contains((byte)' ') ? ProtocolErrors.MalformedRequestLine : ProtocolErrors.TargetCharacter;
        }

        if (target[0] == '/')
        {
            return Split(message, head.Target.Start, head);
        }

        if (target.Length == 1 && target[0] == '*')
        {
            head.Path = head.Target;
            return head.Verb == HttpVerb.Options ? null : ProtocolErrors.MalformedTarget;
        }

        return ReadAbsolute(message, target, head);
    }

    private static ProtocolError? ReadAbsolute(ReadOnlySpan<byte> message, ReadOnlySpan<byte> target, RequestHead head)
    {
        var scheme = target.IndexOf("://"u8);
        if (scheme < 0 || !(Ascii.EqualsIgnoreCase(target[..scheme], "http"u8) || Ascii.EqualsIgnoreCase(target[..scheme], "https"u8)))
        {
            return ProtocolErrors.MalformedTarget;
        }

        var authority = scheme + 3;
        var end = target[authority..].IndexOfAny((byte)'/', (byte)'?');
        end = end < 0 ? target.Length : authority + end;

        // RFC 9110 §4.2.4: user information in an authority is an error, and HostSyntax takes no "@".
        if (!HostSyntax.IsValid(target[authority..end]))
        {
            return ProtocolErrors.MalformedTarget;
        }

        head.Host = new ByteRange(head.Target.Start + authority, end - authority);
        head.Flags |= HeadFlags.AbsoluteForm;
        return Split(message, head.Target.Start + end, head);
    }

    private static ProtocolError? Split(ReadOnlySpan<byte> message, int start, RequestHead head)
    {
        var end = head.Target.Start + head.Target.Length;
        var tail = message[start..end];
        var mark = tail.IndexOf((byte)'?');
        var path = mark < 0 ? tail : tail[..mark];
        head.Path = new ByteRange(start, path.Length);
        head.Query = mark < 0 ? default : new ByteRange(start + mark + 1, tail.Length - mark - 1);
        return path.IndexOfAny((byte)'%', (byte)'.') < 0 ? null : CheckPath(path);
    }

    /// <summary>
    /// RFC 3986 §5.2.4: clients remove dot segments. One that is left, written plainly or escaped, is a path that two readers could take
    /// for different things.
    /// </summary>
    private static ProtocolError? CheckPath(ReadOnlySpan<byte> path)
    {
        if (!PercentEncoding.IsWellFormed(path) || path.IndexOf("%00"u8) >= 0)
        {
            return ProtocolErrors.MalformedEscape;
        }

        foreach (var segment in path.Split((byte)'/'))
        {
            if (IsDots(path[segment]))
            {
                return ProtocolErrors.DotSegment;
            }
        }

        return null;
    }

    private static bool IsDots(ReadOnlySpan<byte> segment)
    {
        var dots = 0;
        while (!segment.IsEmpty)
        {
            var dot = segment[0] == '.' ? 1 : segment.StartsWith("%2e"u8) || segment.StartsWith("%2E"u8) ? 3 : 0;
            if (dot == 0 || ++dots > 2)
            {
                return false;
            }

            segment = segment[dot..];
        }

        return dots > 0;
    }
}
