using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Where in <c>Draw</c> a call stands: what its pattern and the name of its path begin with. Made anew for each lambda and found
/// again by the name of the lambda's parameter, so <c>users.Resources(…)</c> means <c>users</c> however deep it is written.
/// </summary>
/// <param name="Kind">Which calls the scope has.</param>
/// <param name="Segments">The segments in front.</param>
/// <param name="Models">For each parameter in front, the model it is the id of.</param>
/// <param name="NamePrefix">What names of paths begin with (<c>ApiV1</c>, <c>User</c>).</param>
/// <param name="NameSuffix">
/// What names of paths end with, in the scopes of a resource's own actions (<c>User</c> in <c>FollowUser</c>).
/// </param>
internal sealed record DrawScope(
    DrawScopeKind Kind,
    EquatableArray<RouteSegment> Segments,
    EquatableArray<RouteCapture> Models,
    string NamePrefix,
    string NameSuffix
)
{
    public static DrawScope Top { get; } =
        new(DrawScopeKind.Top, EquatableArray<RouteSegment>.Empty, EquatableArray<RouteCapture>.Empty, "", "");

    /// <summary>The resource that <c>Member</c> and <c>Collection</c> belong to.</summary>
    public ResourceNames? Resource { get; init; }

    public DrawScope Below(IEnumerable<RouteSegment> segments, DrawScopeKind kind) =>
        this with
        {
            Kind = kind,
            Segments = Segments.Concat(segments).ToEquatableArray(),
        };

    public DrawScope WithModel(string capture, string model) =>
        this with
        {
            Models = Models.Append(new RouteCapture(capture, model)).ToEquatableArray(),
        };

    public string? ModelOf(string capture) => Models.LastOrDefault(m => m.Name == capture)?.Model;
}
