using System.Text;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Multipart;

/// <summary>
/// Reads the head of a part: <c>Content-Disposition</c>, <c>Content-Type</c> and <c>Content-Transfer-Encoding</c>. Other fields have no meaning
/// (RFC 7578 §4.8); their syntax is held all the same.
/// </summary>
internal ref struct PartHeadParser
{
    private ReadOnlySpan<byte> _disposition;
    private ReadOnlySpan<byte> _type;
    private bool _hasDisposition;
    private bool _hasType;
    private bool _hasEncoding;

    /// <param name="head">Whole lines, each with its CR LF.</param>
    /// <exception cref="RequestBodyException">It is not the head of a part of a form.</exception>
    public static MultipartPart Parse(ReadOnlySpan<byte> head)
    {
        var parser = default(PartHeadParser);
        while (!head.IsEmpty)
        {
            int end = head.IndexOf("\r\n"u8);
            parser.ReadLine(head[..end]);
            head = head[(end + 2)..];
        }

        return parser.Result();
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        Require(!line.ContainsAny(Grammar.Controls), MultipartErrors.ControlByte);
        int colon = line.IndexOf((byte)':');

        // A folded line starts with a space, which no name has.
        Require(colon > 0 && !line[..colon].ContainsAnyExcept(Grammar.Token), MultipartErrors.HeadMalformed);
        var name = line[..colon];
        var value = Grammar.TrimWhitespace(line[(colon + 1)..]);
        if (Ascii.EqualsIgnoreCase(name, "Content-Disposition"u8))
        {
            RequireOnce(ref _hasDisposition);
            _disposition = value;
        }
        else if (Ascii.EqualsIgnoreCase(name, "Content-Type"u8))
        {
            RequireOnce(ref _hasType);
            _type = value;
        }
        else if (Ascii.EqualsIgnoreCase(name, "Content-Transfer-Encoding"u8))
        {
            // RFC 7578 §4.7: not to be used. These three change nothing.
            RequireOnce(ref _hasEncoding);
            Require(
                Ascii.EqualsIgnoreCase(value, "binary"u8)
                    || Ascii.EqualsIgnoreCase(value, "8bit"u8)
                    || Ascii.EqualsIgnoreCase(value, "7bit"u8),
                MultipartErrors.EncodingUnknown
            );
        }
    }

    private readonly MultipartPart Result()
    {
        Require(MediaTypes.Is(_disposition, "form-data"u8), MultipartErrors.DispositionMissing);
        string? name = null,
            fileName = null;
        var parameters = new ContentParameters(_disposition);
        while (parameters.Read())
        {
            // RFC 7578 §4.2: "filename*" must not be used. A client that sends it sends "filename" as well, and that one counts.
            if (parameters.Is("name"u8))
            {
                Require(name is null, MultipartErrors.DispositionMalformed);
                name = Text(parameters.Value);
            }
            else if (parameters.Is("filename"u8))
            {
                Require(fileName is null, MultipartErrors.DispositionMalformed);
                fileName = parameters.IsEscaped ? Unescaped(parameters.Value) : Text(parameters.Value);
            }
        }

        Require(!parameters.IsMalformed, MultipartErrors.DispositionMalformed);
        Require(name is not null, MultipartErrors.NameMissing);
        Require(!(_type.Length >= 10 && Ascii.EqualsIgnoreCase(_type[..10], "multipart/"u8)), MultipartErrors.Nested);
        if (fileName is null)
        {
            RequireCharset();
        }

        return new MultipartPart(name!, fileName, _hasType ? Encoding.Latin1.GetString(_type) : null);
    }

    private readonly void RequireCharset()
    {
        var parameters = new ContentParameters(_type);
        while (parameters.Read())
        {
            if (parameters.Is("charset"u8))
            {
                Require(
                    Ascii.EqualsIgnoreCase(parameters.Value, "utf-8"u8) || Ascii.EqualsIgnoreCase(parameters.Value, "us-ascii"u8),
                    MultipartErrors.CharsetUnknown
                );
            }
        }
    }

    /// <summary>What browsers make of a name (HTML, "multipart/form-data encoding algorithm"), undone: three escapes, and no others.</summary>
    private static string Text(ReadOnlySpan<byte> sent)
    {
        string text = Encoding.UTF8.GetString(sent);
        return text.Contains('%')
            ? text.Replace("%22", "\"", StringComparison.Ordinal)
                .Replace("%0D", "\r", StringComparison.Ordinal)
                .Replace("%0A", "\n", StringComparison.Ordinal)
            : text;
    }

    /// <summary>What other clients make of a name (RFC 9110 §5.6.4), undone.</summary>
    private static string Unescaped(ReadOnlySpan<byte> sent)
    {
        byte[] plain = new byte[sent.Length];
        int length = 0;
        for (int i = 0; i < sent.Length; i++)
        {
            i += sent[i] == '\\' && i + 1 < sent.Length && sent[i + 1] is (byte)'"' or (byte)'\\' ? 1 : 0;
            plain[length++] = sent[i];
        }

        return Encoding.UTF8.GetString(plain, 0, length);
    }

    private static void RequireOnce(ref bool seen)
    {
        Require(!seen, MultipartErrors.FieldRepeated);
        seen = true;
    }

    private static void Require(bool isRight, ProtocolError otherwise)
    {
        if (!isRight)
        {
            throw new RequestBodyException(otherwise);
        }
    }
}
