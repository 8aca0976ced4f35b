using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// A place in the trie: what has been matched so far, the segments that may follow, the routes that end here. Only routes with
/// captures are in the trie; the others are compared as a whole before it.
/// </summary>
internal sealed class TrieNode(RouteSegment? segment, EquatableArray<string> formats, string prefix, int captures)
{
    public RouteSegment? Segment { get; } = segment;

    /// <summary>What the format of this segment may be; empty for anything.</summary>
    public EquatableArray<string> Formats { get; } = formats;

    /// <summary>The pattern up to here.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>How many captures there are up to here, this segment's included.</summary>
    public int Captures { get; } = captures;

    public List<TrieNode> Children { get; } = [];

    public List<TrieRoute> Routes { get; } = [];

    public static TrieNode Build(EquatableArray<RouteModel> routes)
    {
        var root = new TrieNode(null, EquatableArray<string>.Empty, "", 0);
        for (int id = 0; id < routes.Count; id++)
        {
            if (routes[id].IsStatic || !RouteChecks.IsReachable(routes, id))
                continue;
            var node = root;
            foreach (var segment in routes[id].Segments)
                node = node.Child(segment, routes[id].Formats);
            node.Routes.Add(new TrieRoute(id, routes[id]));
        }
        return root;
    }

    /// <summary>The children in the order in which they are tried: the most specific first, limited formats before any.</summary>
    public IEnumerable<TrieNode> InOrder() => Children.OrderBy(c => c.Segment!.Kind).ThenBy(c => c.Formats.Count == 0);

    private TrieNode Child(RouteSegment segment, EquatableArray<string> formats)
    {
        // Names of parameters do not tell nodes apart: /posts/:id and /posts/:post_id/comments go the same way.
        var limit = segment.HasFormat ? formats : EquatableArray<string>.Empty;
        var child = Children.FirstOrDefault(c =>
            c.Segment!.Kind == segment.Kind && c.Segment.Text == segment.Text && c.Formats.Equals(limit)
        );
        if (child is not null)
            return child;
        int captures = Captures + (segment.Name.Length > 0 ? 1 : 0) + (segment.HasFormat ? 1 : 0);
        Children.Add(child = new TrieNode(segment, limit, $"{Prefix}/{segment}", captures));
        return child;
    }
}
