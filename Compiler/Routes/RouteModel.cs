using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>One route as <c>Draw</c> says it. Compares by value, so that an edit elsewhere leaves everything after it alone.</summary>
/// <param name="Verb">The member of <c>HttpVerb</c> (<c>Get</c>).</param>
/// <param name="Pattern">The whole pattern, with the scopes it stands in.</param>
/// <param name="Segments">The pattern, taken apart; empty for <c>/</c>.</param>
/// <param name="Captures">The names in the pattern, in order, <c>format</c> included.</param>
/// <param name="Formats">What <c>:format</c> may be; empty for anything.</param>
/// <param name="Host">The host that the route is for; null for any.</param>
/// <param name="Controller">The controller's token (<c>Api.V1.Posts</c>).</param>
/// <param name="Action">The action's name.</param>
/// <param name="PathName">The member of <c>Paths</c>; null when the pattern gives none.</param>
/// <param name="Where">Where the route stands.</param>
/// <param name="Target">Where its action is named.</param>
internal sealed record RouteModel(
    string Verb,
    string Pattern,
    EquatableArray<RouteSegment> Segments,
    EquatableArray<RouteCapture> Captures,
    EquatableArray<string> Formats,
    string? Host,
    string Controller,
    string Action,
    string? PathName,
    SourceSpan Where,
    SourceSpan Target
)
{
    public string Method => Verb.ToUpperInvariant();

    public string Text => $"{Method} {Pattern}";

    public bool IsStatic => Captures.Count == 0;

    public int Line => Where.Lines.Start.Line + 1;

    /// <summary>The pattern without its names: two routes of one shape match the same paths.</summary>
    public string Shape =>
        "/"
        + string.Join(
            "/",
            Segments.Select(s =>
                s.Kind switch
                {
                    SegmentKind.Static => s.Text,
                    SegmentKind.StaticFormat => s.Text + ".:",
                    SegmentKind.ParameterFormat => ":.:",
                    SegmentKind.Parameter => ":",
                    _ => "*",
                }
            )
        );

    /// <summary>The route with the name of a resource replaced, wherever it is part of the path or its name.</summary>
    public RouteModel Renamed(string token, string other)
    {
        ResourceNames from = ResourceNames.Of(LastOf(token)),
            to = ResourceNames.Of(LastOf(other));
        var segments = Segments.Select(Segment).ToEquatableArray();
        return this with
        {
            Segments = segments,
            Pattern = "/" + string.Join("/", segments),
            Captures = Captures.Select(Capture).ToEquatableArray(),
            Controller = Controller == token ? other : Controller,
            PathName = PathName?.Replace(from.List, to.List).Replace(from.Singular, to.Singular),
        };

        RouteSegment Segment(RouteSegment s) =>
            s with
            {
                Text = s.Text == from.Segment ? to.Segment : s.Text,
                Name = s.Name == from.ParentCapture ? to.ParentCapture : s.Name,
            };
        RouteCapture Capture(RouteCapture c) =>
            new(c.Name == from.ParentCapture ? to.ParentCapture : c.Name, c.Model == from.Singular ? to.Singular : c.Model);
    }

    private static string LastOf(string token) => token.Substring(token.LastIndexOf('.') + 1);
}
