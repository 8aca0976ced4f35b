namespace Stryke.Web.Compiler.Routes;

/// <summary>One segment of a pattern.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Text">
/// The text in front of a format, or the whole text, as it stands in a request: percent-encoded. Empty where there is none.
/// </param>
/// <param name="Name">The name of the parameter or glob; empty where there is none.</param>
internal sealed record RouteSegment(SegmentKind Kind, string Text, string Name)
{
    public bool HasFormat => Kind is SegmentKind.StaticFormat or SegmentKind.ParameterFormat;

    public override string ToString() =>
        Kind switch
        {
            SegmentKind.Static => Text,
            SegmentKind.StaticFormat => Text + ".:format",
            SegmentKind.ParameterFormat => $":{Name}.:format",
            SegmentKind.Parameter => ":" + Name,
            _ => "*" + Name,
        };
}
