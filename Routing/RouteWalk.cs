using System.Runtime.CompilerServices;
using Stryke.Web.Http;

namespace Stryke.Web.Routing;

/// <summary>
/// One walk of a path through the generated trie: the path, the captures so far, and what was found. The trie asks it for the
/// ends of segments and offers it routes; the first route that it takes ends the walk.
/// </summary>
public ref struct RouteWalk
{
    private readonly HttpVerb _verb;
    private readonly ReadOnlySpan<byte> _host;
    private RouteCaptures _captures;
    private VerbSet _allow;
    private int _routeId;

    /// <summary>Starts at the beginning of a path.</summary>
    /// <param name="verb">The method of the request; HEAD is answered by routes of GET (RFC 9110 §9.3.2).</param>
    /// <param name="path">The raw path, percent-encoded.</param>
    /// <param name="host">The host of the request, with or without a port.</param>
    public RouteWalk(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host)
    {
        _verb = verb == HttpVerb.Head ? HttpVerb.Get : verb;
        _host = host;
        _routeId = -1;
        Path = path.Length <= RouteMatch.MaxPathBytes ? path : default;
    }

    /// <summary>The path that is walked; empty when it is too long to match anything.</summary>
    public ReadOnlySpan<byte> Path { get; }

    /// <summary>What the walk found.</summary>
    public readonly RouteMatch Match => new(_routeId, _allow, _captures);

    /// <summary>
    /// Where the segment that starts at <paramref name="start"/> ends: at the next slash or the end of the path. An encoded slash is no
    /// slash.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int End(int start)
    {
        int slash = Path[start..].IndexOf((byte)'/');
        return slash < 0 ? Path.Length : start + slash;
    }

    /// <summary>Whether the path as a whole is this text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(ReadOnlySpan<byte> text) => Path.SequenceEqual(text);

    /// <summary>Whether the segment between the two places is this text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Is(int start, int end, ReadOnlySpan<byte> text) => Path[start..end].SequenceEqual(text);

    /// <summary>Where the last dot of the segment stands, with something before and after it; -1 without one.</summary>
    public readonly int Dot(int start, int end)
    {
        int dot = Path[start..end].LastIndexOf((byte)'.');
        return dot > 0 && start + dot + 1 < end ? start + dot : -1;
    }

    /// <summary>Keeps a range of the path as the capture of that place in the pattern.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Capture(int index, int start, int end) => _captures[index] = ((uint)start << 16) | (uint)(end - start);

    /// <summary>Offers a route of GET at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Get(int routeId) => Take(HttpVerb.Get, routeId);

    /// <summary>Offers a route of GET that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Get(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Get, routeId);

    /// <summary>Offers a route of POST at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Post(int routeId) => Take(HttpVerb.Post, routeId);

    /// <summary>Offers a route of POST that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Post(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Post, routeId);

    /// <summary>Offers a route of PUT at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Put(int routeId) => Take(HttpVerb.Put, routeId);

    /// <summary>Offers a route of PUT that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Put(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Put, routeId);

    /// <summary>Offers a route of PATCH at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Patch(int routeId) => Take(HttpVerb.Patch, routeId);

    /// <summary>Offers a route of PATCH that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Patch(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Patch, routeId);

    /// <summary>Offers a route of DELETE at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Delete(int routeId) => Take(HttpVerb.Delete, routeId);

    /// <summary>Offers a route of DELETE that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Delete(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Delete, routeId);

    /// <summary>Offers a route of OPTIONS at the end of the path.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Options(int routeId) => Take(HttpVerb.Options, routeId);

    /// <summary>Offers a route of OPTIONS that is for one host only.</summary>
    /// <returns>Whether it was taken: the walk ends here.</returns>
    public bool Options(int routeId, ReadOnlySpan<byte> host) => IsHost(host) && Take(HttpVerb.Options, routeId);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Take(HttpVerb verb, int routeId)
    {
        if (_verb == verb)
        {
            _routeId = routeId;
            return true;
        }

        _allow = _allow.With(verb);
        if (verb == HttpVerb.Get)
            _allow = _allow.With(HttpVerb.Head);
        return false;
    }

    // RFC 9110 §4.2.3: host names are compared without case; the port is not part of the name.
    private readonly bool IsHost(ReadOnlySpan<byte> host) => HostNames.AreSame(HostNames.Split(_host, out _), host);
}
