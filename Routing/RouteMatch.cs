namespace Stryke.Web.Routing;

/// <summary>
/// What the trie says about a path: a route and the ranges of its captures, or that nothing is there, or that what is there
/// does not answer this method. A value; matching allocates nothing.
/// </summary>
public readonly struct RouteMatch
{
    /// <summary>The most captures that one pattern may have.</summary>
    public const int MaxCaptures = 8;

    /// <summary>The longest path that is matched, in bytes; a longer one is not found.</summary>
    public const int MaxPathBytes = ushort.MaxValue;

    private readonly RouteCaptures _captures;

    // The methods, and 32 bits of route, counted from 1. One word, because a match is copied as soon as it is made: a load of what two
    // stores wrote has to wait for both.
    private readonly long _found;

    internal RouteMatch(int routeId, VerbSet allow, RouteCaptures captures)
    {
        _found = ((long)allow.Bits << 32) | (uint)(routeId + 1);
        _captures = captures;
    }

    /// <summary>Nothing is at this path: 404. Also the value of <c>default</c>.</summary>
    public static RouteMatch NotFound => default;

    /// <summary>The index of the route in <c>Routes.All</c>, or -1 when none matched.</summary>
    public int RouteId => (int)_found - 1;

    /// <summary>Whether a route matched.</summary>
    public bool IsFound => (int)_found > 0;

    /// <summary>Whether other methods are answered at this path: 405 with <see cref="Allow"/>.</summary>
    public bool IsMethodNotAllowed => (int)_found == 0 && !Allow.IsEmpty;

    /// <summary>The methods that this path answers, as far as the search came: complete when no route matched.</summary>
    public VerbSet Allow => new((int)(_found >> 32));

    /// <summary>The bytes of a capture, as they stand in <paramref name="rawPath"/>, percent-encoded.</summary>
    /// <param name="rawPath">The path that was matched.</param>
    /// <param name="index">The capture's place in the pattern, from 0; see <see cref="RouteInfo.Parameters"/>.</param>
    public ReadOnlySpan<byte> Capture(ReadOnlySpan<byte> rawPath, int index)
    {
        uint range = _captures[index];
        return rawPath.Slice((int)(range >> 16), (int)(range & 0xFFFF));
    }
}
