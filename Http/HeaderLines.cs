using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>Whole field lines for many responses: checked and encoded once, then copied.</summary>
public sealed class HeaderLines
{
    private readonly byte[] _encoded;

    /// <param name="lines">Each is <c>Name: value</c> and CR LF.</param>
    /// <exception cref="ArgumentException">
    /// A line is not a field, does not end with CR LF, has a control byte, or is one that the server itself writes (RFC 9112 §11.1).
    /// </exception>
    public HeaderLines(ReadOnlySpan<byte> lines)
    {
        for (var rest = lines; !rest.IsEmpty; )
        {
            int length = rest.IndexOf("\r\n"u8);
            if (length < 0 || FieldSyntax.Split(rest[..length], out int nameLength, out var value) is not null)
            {
                throw new ArgumentException("Each line is a name, a colon and a value, and ends with CR LF (RFC 9112 §5).", nameof(lines));
            }

            ResponseFields.Check(rest[..nameLength], value.Of(rest));
            rest = rest[(length + 2)..];
        }

        _encoded = lines.ToArray();
    }

    internal ReadOnlySpan<byte> Encoded => _encoded;
}
