namespace Stryke.Web.Http.Http1;

/// <summary>
/// The line of <c>Content-Type</c>, apart from the other fields. Almost every response has one, mostly the same as the one before: the last
/// encoded value is kept, and is not checked and encoded again.
/// </summary>
internal sealed class ContentTypeLine
{
    private byte[] _bytes = new byte[128];
    private int _length;
    private int _setLength;

    private static ReadOnlySpan<byte> Name => "Content-Type: "u8;

    /// <summary>Whether the response has it.</summary>
    public bool IsSet => _setLength > 0;

    /// <summary>The whole line with its CR LF; empty when it is not set.</summary>
    public ReadOnlySpan<byte> Encoded => _bytes.AsSpan(0, _setLength);

    /// <summary>The value; empty when it is not set.</summary>
    public ReadOnlySpan<byte> Value => _bytes.AsSpan(Name.Length, Math.Max(0, _setLength - Name.Length - 2));

    /// <summary>Sets a value.</summary>
    /// <exception cref="ArgumentException">It holds a control byte.</exception>
    public void Set(ReadOnlySpan<byte> value)
    {
        if (_length != Name.Length + value.Length + 2 || !value.SequenceEqual(_bytes.AsSpan(Name.Length, value.Length)))
        {
            Encode(value);
        }

        _setLength = _length;
    }

    public void Clear() => _setLength = 0;

    private void Encode(ReadOnlySpan<byte> value)
    {
        ResponseFields.CheckValue("Content-Type"u8, value);
        int length = Name.Length + value.Length + 2;
        if (length > _bytes.Length)
        {
            _bytes = new byte[length];
        }

        Name.CopyTo(_bytes);
        value.CopyTo(_bytes.AsSpan(Name.Length));
        "\r\n"u8.CopyTo(_bytes.AsSpan(length - 2));
        _length = length;
    }
}
