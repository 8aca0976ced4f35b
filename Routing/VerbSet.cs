namespace Stryke.Web.Routing;

/// <summary>A set of request methods in 16 bits.</summary>
public readonly struct VerbSet
{
    private readonly ushort _bits;

    internal VerbSet(ushort bits) => _bits = bits;

    /// <summary>Whether no method is in the set.</summary>
    public bool IsEmpty => _bits == 0;
}
