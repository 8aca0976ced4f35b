using System.Buffers.Binary;
using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>A header field that the parser itself has to read.</summary>
internal sealed class KnownField
{
    private readonly byte[] _name;
    private readonly uint _start;

    /// <param name="name">Letters and hyphens: <c>Content-Length</c>.</param>
    /// <param name="read">Reads a line of it.</param>
    public KnownField(string name, KnownFieldReader read)
    {
        _name = Encoding.ASCII.GetBytes(name);
        _start = Start(_name);
        Name = name;
        Read = read;
    }

    public string Name { get; }

    public KnownFieldReader Read { get; }

    /// <summary>Whether a token of the same length is this name, in any case (RFC 9110 §5.1).</summary>
    public bool IsNamed(ReadOnlySpan<byte> token) => Start(token) == _start && (token.Length <= 4 || Ascii.EqualsIgnoreCase(token, _name));

    // The first four bytes as a number tell most names apart. Setting bit 5 makes a capital letter small, and makes no other character of a
    // token a letter or a hyphen.
    private static uint Start(ReadOnlySpan<byte> token) =>
        token.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(token) | 0x20202020 : StartOfShort(token);

    private static uint StartOfShort(ReadOnlySpan<byte> token)
    {
        uint start = 0;
        foreach (byte b in token)
            start = (start << 8) | b | 0x20u;
        return start;
    }
}
