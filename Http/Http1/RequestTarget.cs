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

        return message[head.Target.Start] == '/' ? Split(message, head.Target.Start, head) : ReadOtherForm(message, head);
    }

    private static ProtocolError? ReadOtherForm(ReadOnlySpan<byte> message, RequestHead head)
    {
        var target = head.Target.Of(message);
        if (target.ContainsAnyExcept(Grammar.Target))
        {
            return Explain(target);
        }

        if (target.Length == 1 && target[0] == '*')
        {
            head.Path = head.Target;
            return head.Verb == HttpVerb.Options ? null : ProtocolErrors.MalformedTarget;
        }

        return ReadAbsolute(message, target, head);
    }

    private static ProtocolError Explain(ReadOnlySpan<byte> target) =>
        target.Contains((byte)' ') ? ProtocolErrors.MalformedRequestLine : ProtocolErrors.TargetCharacter;

    private static ProtocolError? ReadAbsolute(ReadOnlySpan<byte> message, ReadOnlySpan<byte> target, RequestHead head)
    {
        int scheme = target.IndexOf("://"u8);
        if (scheme < 0 || !(Ascii.EqualsIgnoreCase(target[..scheme], "http"u8) || Ascii.EqualsIgnoreCase(target[..scheme], "https"u8)))
        {
            return ProtocolErrors.MalformedTarget;
        }

        int authority = scheme + 3;
        int end = target[authority..].IndexOfAny((byte)'/', (byte)'?');
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

    // One walk by table finds the end of a path, and whether it has anything that must be looked at, sooner than three searches do.
    private static ProtocolError? Split(ReadOnlySpan<byte> message, int start, RequestHead head)
    {
        var tail = message[start..(head.Target.Start + head.Target.Length)];
        var kinds = Grammar.PathByte;
        int seen = 0;
        int end = Math.Min(PathSearch.SkipPlain(message, start) - start, tail.Length);
        for (; end < tail.Length; end++)
        {
            int kind = kinds[tail[end]];
            if (kind >= Grammar.EndsPath)
            {
                break;
            }

            seen |= kind;
        }

        head.Path = new ByteRange(start, end);
        head.Query = default;
        if (end < tail.Length)
        {
            if (tail[end..].ContainsAnyExcept(Grammar.Target))
            {
                return Explain(tail);
            }

            head.Query = new ByteRange(start + end + 1, tail.Length - end - 1);
        }

        return seen == 0 ? null : CheckPath(tail[..end]);
    }

    /// <summary>
    /// RFC 3986 §5.2.4: clients remove dot segments. One that is left, written plainly or escaped, is a path that two readers could take
    /// for different things.
    /// </summary>
    private static ProtocolError? CheckPath(ReadOnlySpan<byte> path) =>
        !PercentEncoding.IsWellFormed(path) || path.IndexOf("%00"u8) >= 0 ? ProtocolErrors.MalformedEscape
        : HasDotSegment(path) ? ProtocolErrors.DotSegment
        : null;

    /// <summary>
    /// Looks for segments as the most generous reader would see them: one that decodes before it splits, and to whom a backslash is a slash
    /// (URL Standard §4.4).
    /// </summary>
    private static bool HasDotSegment(ReadOnlySpan<byte> path)
    {
        const int OtherBytes = int.MinValue;
        int dots = 0;
        for (int i = 0; i < path.Length; i++)
        {
            int b = path[i];
            if (b == '%')
            {
                b = (Grammar.HexValue(path[i + 1]) << 4) | Grammar.HexValue(path[i + 2]);
                i += 2;
            }

            if (b is '/' or '\\')
            {
                if (dots is 1 or 2)
                {
                    return true;
                }

                dots = 0;
            }
            else
            {
                dots = b == '.' ? dots + 1 : OtherBytes;
            }
        }

        return dots is 1 or 2;
    }
}
