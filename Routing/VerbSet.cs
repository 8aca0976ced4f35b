using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Routing;

/// <summary>A set of request methods in 16 bits: what a path answers.</summary>
public readonly struct VerbSet : IEquatable<VerbSet>
{
    private readonly ushort _bits;

    internal VerbSet(int bits) => _bits = (ushort)bits;

    internal int Bits => _bits;

    /// <summary>Whether no method is in the set.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>Whether <paramref name="verb"/> is in the set.</summary>
    public bool Contains(HttpVerb verb) => (_bits & (1 << (int)verb)) != 0;

    /// <summary>The set with <paramref name="verb"/> in it.</summary>
    public VerbSet With(HttpVerb verb) => new(_bits | (1 << (int)verb));

    /// <summary>Whether both hold the same methods.</summary>
    public static bool operator ==(VerbSet left, VerbSet right) => left._bits == right._bits;

    /// <summary>Whether one holds a method that the other does not.</summary>
    public static bool operator !=(VerbSet left, VerbSet right) => left._bits != right._bits;

    /// <inheritdoc/>
    public bool Equals(VerbSet other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is VerbSet other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _bits;

    /// <summary>The value of an <c>Allow</c> header (RFC 9110 §10.2.1): <c>GET, HEAD, POST</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var verb = HttpVerb.Get; verb <= HttpVerb.Connect; verb++)
        {
            if (!Contains(verb))
                continue;
            if (text.Length > 0)
                text.Append(", ");
            text.Append(HttpVerbs.Name(verb));
        }

        return text.ToString();
    }
}
