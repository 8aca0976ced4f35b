namespace Stryke.Web.Http;

/// <summary>How much a client wants a media type.</summary>
/// <param name="Weight">From 0, not at all, to <see cref="MaxWeight"/>.</param>
/// <param name="Precision">What named it: 3 the type itself, 2 <c>text/*</c>, 1 <c>*/*</c>, 0 nothing.</param>
/// <param name="Position">The place of that range in the field.</param>
public readonly record struct MediaPreference(int Weight, int Precision, int Position)
{
    /// <summary>The weight 1, that of a range without a weight.</summary>
    public const int MaxWeight = 1000;

    /// <summary>Whether the client takes the type at all.</summary>
    public bool IsAcceptable => Weight > 0;

    /// <summary>Whether the client prefers this to another: it has more weight, or was named earlier.</summary>
    public bool IsAbove(MediaPreference other) => Weight != other.Weight ? Weight > other.Weight : Weight > 0 && Position < other.Position;
}
