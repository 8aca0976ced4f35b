namespace Stryke.Web.Http.Http1;

/// <summary>
/// Where one field line lies, counted from where the fields of the head begin. 16 bits suffice: a head has at most 65,535 bytes.
/// </summary>
internal readonly struct FieldLine(int nameStart, int nameLength, int valueStart, int valueLength)
{
    private readonly ushort _nameStart = (ushort)nameStart;
    private readonly ushort _nameLength = (ushort)nameLength;
    private readonly ushort _valueStart = (ushort)valueStart;
    private readonly ushort _valueLength = (ushort)valueLength;

    public int NameLength => _nameLength;

    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> fields) => fields.Slice(_nameStart, _nameLength);

    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> fields) => fields.Slice(_valueStart, _valueLength);
}
