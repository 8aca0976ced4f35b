namespace Stryke.Web.Http;

/// <summary>One header field of a request.</summary>
public readonly ref struct HeaderField
{
    internal HeaderField(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name in the case that the client chose.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The value without the white space around it.</summary>
    public ReadOnlySpan<byte> Value { get; }
}
